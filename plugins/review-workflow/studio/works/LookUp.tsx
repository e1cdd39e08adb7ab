import {Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {useClient, useTranslation} from 'sanity'
import {type DenialMessage} from '../../policy/index.ts'
import {useMe} from '../me.ts'
import {apiVersion} from '../reads.ts'
import {askers} from '../shared/pages.ts'
import {namespace} from '../words.ts'
import {recordChecks, today} from './checks.ts'
import {CheckBar} from './CheckBar.tsx'
import {type CitedWorkLine, type Register} from './registers.ts'
import {WorkLine} from './WorkLine.tsx'

/** More than anybody looks up in one sitting. */
const most = 100

/** The works one by one, and one button that puts on record that those which were ticked have been looked up. */
export function LookUp({
  works,
  onRecorded,
}: {
  readonly works: readonly CitedWorkLine[]
  readonly onRecorded: () => void
}) {
  const {t} = useTranslation(namespace)
  const client = useClient({apiVersion})
  const toast = useToast()
  const {roles} = useMe()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const [refusals, setRefusals] = useState<readonly DenialMessage[]>([])
  const mayRecord = roles.some((role) => askers.includes(role))
  const shown = works.slice(0, most)
  const looked = shown.filter(({id, draft}) => ticked.has(id) && !draft)

  async function record(source: Register): Promise<void> {
    setBusy(true)
    const answer = await recordChecks(client, {works: looked, source, on: today(new Date())})
    setBusy(false)
    setRefusals(answer)
    if (answer.length > 0) return
    toast.push({status: 'success', title: t('works.recorded', {count: looked.length})})
    setTicked(new Set())
    onRecorded()
  }

  function tick(id: string, on: boolean): void {
    const others = [...ticked].filter((each) => each !== id)
    setTicked(new Set(on ? [...others, id] : others))
  }

  return (
    <Stack gap={4}>
      <Text size={1} muted>
        {t(mayRecord ? 'works.lead' : 'works.others')}
      </Text>
      {works.length > most && (
        <Text size={1} muted>
          {t('works.first', {count: most, all: works.length})}
        </Text>
      )}
      <Stack as="ul" gap={3} padding={0} margin={0} style={{listStyle: 'none'}}>
        {shown.map((work) => (
          <WorkLine
            key={work.id}
            work={work}
            ticked={ticked.has(work.id)}
            onTick={mayRecord ? (on) => tick(work.id, on) : null}
            disabled={busy}
          />
        ))}
      </Stack>
      {mayRecord && (
        <CheckBar
          count={looked.length}
          busy={busy}
          refusals={refusals}
          onRecord={(source) => void record(source)}
        />
      )}
    </Stack>
  )
}
