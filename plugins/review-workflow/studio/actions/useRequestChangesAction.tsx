import {CommentIcon} from '@sanity/icons/Comment'
import {type DocumentActionComponent} from 'sanity'
import {CommandForm} from '../CommandForm.tsx'
import {useCommandAction} from './useCommandAction.tsx'

export const useRequestChangesAction: DocumentActionComponent = (props) =>
  useCommandAction(props, {
    command: 'requestChanges',
    icon: CommentIcon,
    tone: 'caution',
    dialog: ({read: _read, ...dialog}) => (
      <CommandForm
        {...dialog}
        command="requestChanges"
        tone="caution"
        fields={[{name: 'note', kind: 'lines', required: true}]}
      />
    ),
  })
