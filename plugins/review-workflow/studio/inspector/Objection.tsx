import {Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type Actor, type Objection as ObjectionFact} from '../../policy/index.ts'
import {isOwn} from '../reading/comparison.ts'
import {useDay} from '../useDay.ts'
import {namespace} from '../words.ts'
import {Note} from './Note.tsx'

/** A reviewer's no, in their own words. */
export function Objection({
  objection,
  actor,
  next,
}: {
  readonly objection: Pick<ObjectionFact, 'kind' | 'personId' | 'name' | 'at' | 'note'>
  /** Who reads it. */
  readonly actor: Actor
  /** What to do about it, where the dialog around it does not say so. */
  readonly next?: string
}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  const {kind, name, at, note} = objection
  const own = isOwn(objection, actor) ? '.own' : ''
  return (
    <Note
      tone={kind === 'refused' ? 'critical' : 'caution'}
      title={t(`objection.${kind}${own}`, {name, date: day(at)})}
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
