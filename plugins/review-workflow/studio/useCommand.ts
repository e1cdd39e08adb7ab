import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {useClient, useTranslation} from 'sanity'
import {type CommandType} from '../policy/index.ts'
import {apiVersion} from './reads.ts'
import {type CommandFields, type Refusal, runCommand} from './runCommand.ts'
import {namespace} from './words.ts'

interface RunningCommand {
  /** `done`: the words for it, where they are not those of the command. */
  readonly run: (fields: CommandFields, done?: string) => Promise<void>
  readonly busy: boolean
  readonly refusals: readonly Refusal[]
  /** The answer was to something else than what stands there by now. */
  readonly forget: () => void
}

/** One command on one document, with what the server last answered. */
export function useCommand(
  command: CommandType,
  publishedId: string,
  onDone: () => void,
): RunningCommand {
  const client = useClient({apiVersion})
  const {t} = useTranslation(namespace)
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])

  async function run(fields: CommandFields, done = `${command}.done`): Promise<void> {
    setBusy(true)
    const answer = await runCommand(client, command, {...fields, publishedId})
    setBusy(false)
    setRefusals(answer)
    if (answer.length > 0) return
    toast.push({status: 'success', title: t(done)})
    onDone()
  }

  const forget = () => {
    if (refusals.length > 0) setRefusals([])
  }

  return {run, busy, refusals, forget}
}
