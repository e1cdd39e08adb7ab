import {ArrowRightIcon} from '@sanity/icons/ArrowRight'
import {type DocumentActionComponent, useTranslation} from 'sanity'
import {later} from '../later.tsx'
import {activeMarks, decide, type Facts, stageAsAsked, stageOf} from '../../policy/index.ts'
import {probe} from '../probe.ts'
import {type ReviewRead} from '../reads.ts'
import {useReview} from '../useReview.ts'
import {namespace} from '../words.ts'
import {isWriter} from '../writers.ts'
import {useCommandAction} from './useCommandAction.tsx'
import {keepsLiveWords, renewsLiveWords} from './useSignAction.tsx'

const SubmitForm = later(async () => (await import('./SubmitForm.tsx')).SubmitForm)

const useSubmit: DocumentActionComponent = (props) => {
  const review = useReview(props.id, props.type)
  const renews = review.status === 'ready' && renewsLiveWords(review.read.facts)
  return useCommandAction(props, {
    command: 'submit',
    words: renews ? 'askAnew' : 'submit',
    icon: ArrowRightIcon,
    tone: 'primary',
    dialog: (dialog) => <SubmitForm {...dialog} />,
    hiddenBy: ['documentMissing'],
  })
}

/** Stands first in the bar while asking for a review is what comes next, greyed before there are any words. */
export const useSubmitFirstAction: DocumentActionComponent = (props) => {
  const {t} = useTranslation(namespace)
  const {isNext, isToBegin} = useAsking(props.id, props.type)
  const submit = useSubmit(props)
  if (isToBegin) {
    return {
      label: t('submit.label'),
      icon: ArrowRightIcon,
      tone: 'primary',
      disabled: true,
      title: t('submit.empty'),
    }
  }
  return isNext || submit?.dialog ? submit : null
}

/** Stands in the menu otherwise, unless there is nothing left to ask for. */
export const useSubmitAction: DocumentActionComponent = (props) => {
  const {isNext, isDone} = useAsking(props.id, props.type)
  const submit = useSubmit(props)
  return (isNext || isDone) && !submit?.dialog ? null : submit
}

interface Asking {
  readonly isNext: boolean
  readonly isDone: boolean
  /** Nothing is written yet, and it is theirs to write. */
  readonly isToBegin: boolean
}

function useAsking(documentId: string, type: string): Asking {
  const review = useReview(documentId, type)
  return review.status === 'ready'
    ? asking(review.read)
    : {isNext: false, isDone: false, isToBegin: false}
}

function asking(read: ReviewRead): Asking {
  const {subject} = read.facts
  const isDone = stageAsAsked(read.facts) === 'signed'
  const isToBegin = subject.draft === null && subject.live === null && isWriter(read.facts)
  return {isNext: !isDone && comesNext(read), isDone, isToBegin}
}

function comesNext(read: ReviewRead): boolean {
  const {facts} = read
  if (!decide(facts, probe('submit', read)).allowed) return false
  // Of live words that stay as they are, nobody is asked twice.
  if (keepsLiveWords(facts)) return facts.request === null && isWanting(facts)
  return !decide(facts, {type: 'publish'}).allowed
}

/** Live words that somebody should look at again: bad news, an unanswered no, or the calendar says so. */
function isWanting(facts: Facts): boolean {
  return stageOf(facts) !== 'published' || activeMarks(facts).length > 0
}
