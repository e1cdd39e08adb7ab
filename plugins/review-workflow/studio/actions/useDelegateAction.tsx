import {TransferIcon} from '@sanity/icons/Transfer'
import {type DocumentActionComponent} from 'sanity'
import {later} from '../later.tsx'
import {useCommandAction} from './useCommandAction.tsx'

const DelegateForm = later(async () => (await import('./DelegateForm.tsx')).DelegateForm)

export const useDelegateAction: DocumentActionComponent = (props) =>
  useCommandAction(props, {
    command: 'delegate',
    icon: TransferIcon,
    tone: 'primary',
    dialog: (dialog) => <DelegateForm {...dialog} />,
    hiddenBy: ['notInReview', 'notYours'],
  })
