import {useTranslation} from 'sanity'
import {type Facts} from '../../policy/index.ts'
import {useInstant} from '../useInstant.ts'
import {namespace} from '../words.ts'
import {Note} from './Note.tsx'

export function Schedule({facts: {schedule, subject}}: {readonly facts: Facts}) {
  const {t} = useTranslation(namespace)
  const instant = useInstant()
  if (schedule === null) return null
  const same = schedule.digest === subject.draft?.digest
  return (
    <Note
      tone={same ? 'primary' : 'caution'}
      title={t('schedule.for', {at: instant(schedule.at)})}
      text={t(same ? 'schedule.by' : 'schedule.changed', {name: schedule.byName})}
    />
  )
}
