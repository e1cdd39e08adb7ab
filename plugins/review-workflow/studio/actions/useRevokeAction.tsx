import {UndoIcon} from '@sanity/icons/Undo'
import {type DocumentActionComponent} from 'sanity'
import {CommandForm} from '../CommandForm.tsx'
import {useCommandAction} from './useCommandAction.tsx'

export const useRevokeAction: DocumentActionComponent = (props) =>
  useCommandAction(props, {
    command: 'revoke',
    icon: UndoIcon,
    tone: 'critical',
    dialog: ({read: _read, ...dialog}) => (
      <CommandForm
        {...dialog}
        command="revoke"
        tone="critical"
        fields={[{name: 'reason', kind: 'lines', required: true}]}
      />
    ),
  })
