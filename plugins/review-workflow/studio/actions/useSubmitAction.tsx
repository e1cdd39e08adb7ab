import {ArrowRightIcon} from '@sanity/icons/ArrowRight'
import {type DocumentActionComponent} from 'sanity'
import {decide} from '../../policy/index.ts'
import {CommandForm} from '../CommandForm.tsx'
import {useReview} from '../useReview.ts'
import {useCommandAction} from './useCommandAction.tsx'

const useSubmit: DocumentActionComponent = (props) =>
  useCommandAction(props, {
    command: 'submit',
    icon: ArrowRightIcon,
    tone: 'primary',
    dialog: ({read: _read, ...dialog}) => (
      <CommandForm
        {...dialog}
        command="submit"
        tone="primary"
        fields={[{name: 'note', kind: 'lines', required: false}]}
      />
    ),
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
  return decide(facts, {type: 'submit'}).allowed && !decide(facts, {type: 'publish'}).allowed
}
