import {type DocumentBadgeComponent, useTranslation} from 'sanity'
import {useReview} from '../useReview.ts'
import {namespace} from '../words.ts'

const color = {active: 'success', pending: 'warning', suspended: 'danger'} as const

/** Whether anybody has checked the credential as it reads now. */
export const useCredentialBadge: DocumentBadgeComponent = ({id, type}) => {
  const {t} = useTranslation(namespace)
  const review = useReview(id, type)
  if (review.status !== 'ready') return null
  const credential = review.read.facts.credentials.find((each) => each.id === id)
  if (credential === undefined) return null
  const {state} = credential
  return {
    label: t(`credential.${state}.label`),
    title: t(`credential.${state}.title`),
    color: color[state],
  }
}
