import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {UnlinkIcon} from '@sanity/icons/Unlink'
import {type ComponentType} from 'react'
import {type DocumentActionComponent} from 'sanity'
import {later} from '../later.tsx'
import {type EndingCommand} from './EndCredentialForm.tsx'
import {useCommandAction} from './useCommandAction.tsx'

const EndCredentialForm = later(
  async () => (await import('./EndCredentialForm.tsx')).EndCredentialForm,
)

export const useSuspendCredentialAction = endCredentialAction('suspendCredential', CloseCircleIcon)

export const useRevokeCredentialAction = endCredentialAction('revokeCredential', UnlinkIcon)

function endCredentialAction(command: EndingCommand, icon: ComponentType): DocumentActionComponent {
  const useEndCredentialAction: DocumentActionComponent = (props) =>
    useCommandAction(props, {
      command,
      icon,
      tone: 'critical',
      hiddenBy: ['alreadyRevoked', 'documentMissing'],
      dialog: ({read: _read, ...dialog}) => <EndCredentialForm {...dialog} command={command} />,
    })
  return Object.assign(useEndCredentialAction, {displayName: command})
}
