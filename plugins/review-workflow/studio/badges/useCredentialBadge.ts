import {type DocumentBadgeComponent, useTranslation} from 'sanity'
import {assess, credentialStanding} from '../../policy/index.ts'
import {hiddenProblem} from '../credentials/hiddenProblem.ts'
import {standingColor, standingTone} from '../credentials/standingTone.ts'
import {useReview} from '../useReview.ts'
import {namespace} from '../words.ts'

/** Where the credential stands today: that it counts for nothing comes before that somebody has checked it. */
export const useCredentialBadge: DocumentBadgeComponent = ({id, type}) => {
  const {t} = useTranslation(namespace)
  const review = useReview(id, type)
  if (review.status !== 'ready') return null
  const {credentials, now, policy} = review.read.facts
  const credential = credentials.find((each) => each.id === id)
  if (credential === undefined) return null
  const {problem} = assess(credential, credentials, now, policy.verificationMonths.R1)
  const hidden = hiddenProblem(problem)
  if (hidden !== null) {
    return {
      label: t('credentials.countsForNothing'),
      title: t('credentials.problem', {problem: t(`credential.problem.${hidden}`)}),
      color: 'danger',
    }
  }
  const standing = credentialStanding(credential, now, policy)
  return {
    label: t(`standing.${standing}.label`),
    title: t(`standing.${standing}.title`),
    color: standingColor[standingTone[standing]],
  }
}
