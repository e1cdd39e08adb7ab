import {Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type Objection as ObjectionFact} from '../../policy/index.ts'
import {useDay} from '../useDay.ts'
import {namespace} from '../words.ts'
import {Note} from './Note.tsx'

/** A reviewer's no, in their own words. */
export function Objection({
  objection: {kind, name, at, note},
  next,
}: {
  readonly objection: Pick<ObjectionFact, 'kind' | 'name' | 'at' | 'note'>
  /** What to do about it, where the dialog around it does not say so. */
  readonly next?: string
}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  return (
    <Note
      tone={kind === 'refused' ? 'critical' : 'caution'}
      title={t(`objection.${kind}`, {name, date: day(at)})}
      text={note}
    >
      {next !== undefined && (
        <Text size={1} muted>
          {next}
        </Text>
      )}
    </Note>
  )
}
