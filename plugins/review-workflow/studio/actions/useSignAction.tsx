import {ComposeIcon} from '@sanity/icons/Compose'
import {type DocumentActionComponent} from 'sanity'
import {SignForm} from '../SignForm.tsx'
import {useCommandAction} from './useCommandAction.tsx'

export const useSignAction: DocumentActionComponent = (props) =>
  useCommandAction(props, {
    command: 'signOff',
    icon: ComposeIcon,
    tone: 'positive',
    dialog: (dialog) => <SignForm {...dialog} />,
  })
