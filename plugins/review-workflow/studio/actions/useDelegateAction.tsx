import {TransferIcon} from '@sanity/icons/Transfer'
import {type DocumentActionComponent} from 'sanity'
import {DelegateForm} from './DelegateForm.tsx'
import {useCommandAction} from './useCommandAction.tsx'

export const useDelegateAction: DocumentActionComponent = (props) =>
  useCommandAction(props, {
    command: 'delegate',
    icon: TransferIcon,
    tone: 'primary',
    dialog: (dialog) => <DelegateForm {...dialog} />,
    hiddenBy: ['notInReview', 'notYours'],
  })
