import {ComposeIcon} from '@sanity/icons/Compose'
import {RefreshIcon} from '@sanity/icons/Refresh'
import {type DocumentActionComponent, useTranslation} from 'sanity'
import {later} from '../later.tsx'
import {type Facts, newWords} from '../../policy/index.ts'
import {ownPart} from '../reading/ownPart.ts'
import {useDay} from '../useDay.ts'
import {useReview} from '../useReview.ts'
import {namespace} from '../words.ts'
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
  const again = useSigningAgain(props.id, props.type)
  if (sign === null || (renews && !sign.dialog)) return null
  return again === null || sign.disabled === true ? sign : {...sign, ...again}
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
  const again = useSigningAgain(props.id, props.type)
  if (renew === null || !(renews || renew.dialog)) return null
  return again === null || renew.disabled === true ? renew : {...renew, ...again}
}

/** What the button says to whoever has signed exactly these words: it is not what comes next. */
function useSigningAgain(
  documentId: string,
  type: string,
): {readonly label: string; readonly title: string; readonly tone: 'default'} | null {
  const {t} = useTranslation(namespace)
  const day = useDay()
  const review = useReview(documentId, type)
  const part = review.status === 'ready' ? ownPart(review.read.facts) : null
  return part?.kind === 'signed'
    ? {
        label: t('signOff.again'),
        title: t('signOff.again.title', {date: day(part.at)}),
        tone: 'default',
      }
    : null
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
