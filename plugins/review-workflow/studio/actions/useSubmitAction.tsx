import {ArrowRightIcon} from '@sanity/icons/ArrowRight'
import {type DocumentActionComponent} from 'sanity'
import {decide} from '../../policy/index.ts'
import {probe} from '../probe.ts'
import {useReview} from '../useReview.ts'
import {SubmitForm} from './SubmitForm.tsx'
import {useCommandAction} from './useCommandAction.tsx'

const useSubmit: DocumentActionComponent = (props) =>
  useCommandAction(props, {
    command: 'submit',
    icon: ArrowRightIcon,
    tone: 'primary',
    dialog: (dialog) => <SubmitForm {...dialog} />,
    hiddenBy: ['draftMissing'],
  })

/** Stands first in the bar while asking for a review is what comes next. */
export const useSubmitFirstAction: DocumentActionComponent = (props) => {
  const comesNext = useSubmitComesNext(props.id, props.type)
  const submit = useSubmit(props)
  return comesNext || submit?.dialog ? submit : null
}

/** Stands in the menu otherwise. */
export const useSubmitAction: DocumentActionComponent = (props) => {
  const comesNext = useSubmitComesNext(props.id, props.type)
  const submit = useSubmit(props)
  return comesNext && !submit?.dialog ? null : submit
}

function useSubmitComesNext(documentId: string, type: string): boolean {
  const review = useReview(documentId, type)
  if (review.status !== 'ready') return false
  const {facts} = review.read
  return (
    decide(facts, probe('submit', review.read)).allowed && !decide(facts, {type: 'publish'}).allowed
  )
}
