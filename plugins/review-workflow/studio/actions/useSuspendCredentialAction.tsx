import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {type DocumentActionComponent} from 'sanity'
import {CommandForm} from '../CommandForm.tsx'
import {useCommandAction} from './useCommandAction.tsx'

export const useSuspendCredentialAction: DocumentActionComponent = (props) =>
  useCommandAction(props, {
    command: 'suspendCredential',
    icon: CloseCircleIcon,
    tone: 'critical',
    dialog: ({read: _read, ...dialog}) => (
      <CommandForm
        {...dialog}
        command="suspendCredential"
        tone="critical"
        fields={[{name: 'reason', kind: 'lines', required: true}]}
      />
    ),
  })
