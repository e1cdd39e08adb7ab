import {useTranslation} from 'sanity'
import {type Facts} from '../../policy/index.ts'
import {useDay} from '../useDay.ts'
import {isTrigger} from '../withdrawal.ts'
import {namespace} from '../words.ts'
import {Note} from './Note.tsx'

/** Who took a page down, or what made the policy do so, and what can be done now. */
export function Withdrawn({facts: {withdrawn}}: {readonly facts: Facts}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  if (withdrawn === null) return null
  const {at, by, reason} = withdrawn
  const date = day(at)
  return isTrigger(reason) ? (
    <Note
      tone="critical"
      title={t('inspector.takenDown', {date})}
      text={`${t(`mark.${reason}`, {date})}. ${t(`mark.${reason}.remedy`)}`}
    />
  ) : (
    <Note tone="caution" title={t('inspector.withdrawn', {name: by, date})} text={reason} />
  )
}
