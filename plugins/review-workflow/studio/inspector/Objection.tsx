import {useTranslation} from 'sanity'
import {type Objection as ObjectionFact} from '../../policy/index.ts'
import {useDay} from '../useDay.ts'
import {namespace} from '../words.ts'
import {Note} from './Note.tsx'

/** A reviewer's no, in their own words. */
export function Objection({
  objection: {kind, name, at, note},
}: {
  readonly objection: Pick<ObjectionFact, 'kind' | 'name' | 'at' | 'note'>
}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  return (
    <Note
      tone={kind === 'refused' ? 'critical' : 'caution'}
      title={t(`objection.${kind}`, {name, date: day(at)})}
      text={note}
    />
  )
}
