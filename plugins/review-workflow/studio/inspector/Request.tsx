import {Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type Facts} from '../../policy/index.ts'
import {useDay} from '../useDay.ts'
import {namespace} from '../words.ts'
import {Note} from './Note.tsx'

/** Who asked whom, by when, and who is on it. */
export function Request({facts: {request}}: {readonly facts: Facts}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  if (request === null) return null
  const {byName, at, note, to, due, claimedBy, shared} = request
  const facts = [
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
        {facts.join(' ')}
      </Text>
    </Note>
  )
}
