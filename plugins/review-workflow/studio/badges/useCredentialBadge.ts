import {type DocumentBadgeComponent, useTranslation} from 'sanity'
import {credentialStanding} from '../../policy/index.ts'
import {standingColor, standingTone} from '../credentials/standingTone.ts'
import {useReview} from '../useReview.ts'
import {namespace} from '../words.ts'

/** Where the credential stands today: whether anybody has checked it as it reads now, and for how long it lasts. */
export const useCredentialBadge: DocumentBadgeComponent = ({id, type}) => {
  const {t} = useTranslation(namespace)
  const review = useReview(id, type)
  if (review.status !== 'ready') return null
  const {credentials, now, policy} = review.read.facts
  const credential = credentials.find((each) => each.id === id)
  if (credential === undefined) return null
  const standing = credentialStanding(credential, now, policy)
  return {
    label: t(`standing.${standing}.label`),
    title: t(`standing.${standing}.title`),
    color: standingColor[standingTone[standing]],
  }
}
