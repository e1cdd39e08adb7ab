import {EyeClosedIcon} from '@sanity/icons/EyeClosed'
import {type DocumentActionComponent} from 'sanity'
import {CommandForm} from '../CommandForm.tsx'
import {useCommandAction} from './useCommandAction.tsx'

export const useWithdrawAction: DocumentActionComponent = (props) =>
  useCommandAction(props, {
    command: 'withdraw',
    icon: EyeClosedIcon,
    tone: 'critical',
    dialog: ({read: _read, ...dialog}) => (
      <CommandForm
        {...dialog}
        command="withdraw"
        tone="critical"
        fields={[{name: 'reason', kind: 'lines', required: true}]}
      />
    ),
  })
