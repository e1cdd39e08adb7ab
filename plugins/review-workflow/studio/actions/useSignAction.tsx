import {ComposeIcon} from '@sanity/icons/Compose'
import {RefreshIcon} from '@sanity/icons/Refresh'
import {type DocumentActionComponent} from 'sanity'
import {later} from '../later.tsx'
import {type Facts, newWords} from '../../policy/index.ts'
import {useReview} from '../useReview.ts'
import {useCommandAction} from './useCommandAction.tsx'

const SignForm = later(async () => (await import('../SignForm.tsx')).SignForm)

export const useSignAction: DocumentActionComponent = (props) => {
  const renews = useRenews(props.id, props.type)
  const sign = useCommandAction(props, {
    command: 'signOff',
    icon: ComposeIcon,
    tone: 'positive',
    dialog: (dialog) => <SignForm {...dialog} />,
    hiddenBy: ['documentMissing'],
  })
  return renews && !sign?.dialog ? null : sign
}

/** The same words once more: reviewed again, no change needed. */
export const useRenewAction: DocumentActionComponent = (props) => {
  const renews = useRenews(props.id, props.type)
  const renew = useCommandAction(props, {
    command: 'renew',
    icon: RefreshIcon,
    tone: 'positive',
    dialog: (dialog) => <SignForm {...dialog} command="renew" />,
    hiddenBy: ['notLive', 'draftPending'],
  })
  return renews || renew?.dialog ? renew : null
}

function useRenews(documentId: string, type: string): boolean {
  const review = useReview(documentId, type)
  return review.status === 'ready' && renewsLiveWords(review.read.facts)
}

/** Nothing new is to be signed: neither a draft of the page, nor one of something that it shows. */
export function renewsLiveWords(facts: Facts): boolean {
  return keepsLiveWords(facts) && (facts.request?.shared ?? []).length === 0
}

/** The page's own words are live, and no draft says anything else. */
export function keepsLiveWords({subject}: Facts): boolean {
  return subject.live !== null && newWords(subject) === null
}
