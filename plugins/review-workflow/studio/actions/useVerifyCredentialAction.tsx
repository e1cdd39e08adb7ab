import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {type DocumentActionComponent} from 'sanity'
import {CommandForm} from '../CommandForm.tsx'
import {useCommandAction} from './useCommandAction.tsx'

export const useVerifyCredentialAction: DocumentActionComponent = (props) =>
  useCommandAction(props, {
    command: 'verifyCredential',
    icon: CheckmarkCircleIcon,
    tone: 'positive',
    dialog: ({read: _read, ...dialog}) => (
      <CommandForm
        {...dialog}
        command="verifyCredential"
        tone="positive"
        fields={[
          {name: 'method', kind: 'line', required: true},
          {name: 'sourceUrl', kind: 'url', required: true},
        ]}
      />
    ),
  })
