import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {useClient, useTranslation} from 'sanity'
import {type CommandType} from '../policy/index.ts'
import {apiVersion} from './reads.ts'
import {type CommandFields, type Refusal, runCommand} from './runCommand.ts'
import {namespace} from './words.ts'

interface RunningCommand {
  readonly run: (fields: CommandFields) => Promise<void>
  readonly busy: boolean
  readonly refusals: readonly Refusal[]
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

  async function run(fields: CommandFields): Promise<void> {
    setBusy(true)
    const answer = await runCommand(client, command, {...fields, publishedId})
    setBusy(false)
    setRefusals(answer)
    if (answer.length > 0) return
    toast.push({status: 'success', title: t(`${command}.done`)})
    onDone()
  }

  return {run, busy, refusals}
}
