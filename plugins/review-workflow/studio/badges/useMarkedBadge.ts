import {type DocumentBadgeComponent, useTranslation} from 'sanity'
import {activeMarks, isIndexed} from '../../policy/index.ts'
import {useReview} from '../useReview.ts'
import {namespace} from '../words.ts'

/** Bad news stands against the live page: readers are warned of it. */
export const useMarkedBadge: DocumentBadgeComponent = ({id, type}) => {
  const {t} = useTranslation(namespace)
  const review = useReview(id, type)
  if (review.status !== 'ready') return null
  const {facts} = review.read
  if (activeMarks(facts).length === 0) return null
  return isIndexed(facts)
    ? {label: t('marked.label'), title: t('marked.title'), color: 'warning'}
    : {label: t('deindexed.label'), title: t('deindexed.title'), color: 'danger'}
}
