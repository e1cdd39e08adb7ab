import {type DocumentBadgeComponent, useTranslation} from 'sanity'
import {useInstant} from '../useInstant.ts'
import {useReview} from '../useReview.ts'
import {namespace} from '../words.ts'

export const useScheduledBadge: DocumentBadgeComponent = ({id, type}) => {
  const {t} = useTranslation(namespace)
  const instant = useInstant()
  const review = useReview(id, type)
  const schedule = review.status === 'ready' ? review.read.facts.schedule : null
  if (schedule === null) return null
  return {
    label: t('scheduled.label', {at: instant(schedule.at)}),
    title: t('scheduled.title', {at: instant(schedule.at), name: schedule.byName}),
    color: 'primary',
  }
}
