import {Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type Facts, holderUnable} from '../../policy/index.ts'
import {ReasonList} from '../ReasonList.tsx'
import {reasons} from '../reasons.ts'
import {useDay} from '../useDay.ts'
import {namespace} from '../words.ts'
import {Note} from './Note.tsx'

/** Who asked whom, by when, and who is on it. */
export function Request({facts}: {readonly facts: Facts}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  const {request} = facts
  if (request === null) return null
  const stuck = reasons({allowed: false, denials: holderUnable(facts)})
  const {byName, at, note, to, due, claimedBy, shared} = request
  const details = [
    to === null ? t('request.toAnybody') : t('request.to', {name: to.name}),
    claimedBy !== null && t('request.claimedBy', {name: claimedBy.name}),
    due !== null && t('request.due', {date: day(due)}),
    shared.length > 0 && t('request.shared', {count: shared.length}),
  ].filter((fact) => fact !== false)
  return (
    <Note
      tone="primary"
      title={t('request.title', {name: byName, date: day(at)})}
      text={note === '' ? undefined : `“${note}”`}
    >
      <Text size={1} muted>
        {details.join(' ')}
      </Text>
      {stuck.length > 0 && <ReasonList reasons={stuck} tone="caution" />}
    </Note>
  )
}
