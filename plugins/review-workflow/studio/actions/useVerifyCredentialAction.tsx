import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {type DocumentActionComponent} from 'sanity'
import {later} from '../later.tsx'
import {useCommandAction} from './useCommandAction.tsx'

const VerifyForm = later(async () => (await import('./VerifyForm.tsx')).VerifyForm)

const useVerify: DocumentActionComponent = (props) =>
  useCommandAction(props, {
    command: 'verifyCredential',
    icon: CheckmarkCircleIcon,
    tone: 'positive',
    dialog: (dialog) => <VerifyForm {...dialog} />,
    hiddenBy: ['alreadyVerified', 'alreadyRevoked', 'documentMissing'],
  })

/** Stands first in the bar while there is no draft to publish before. */
export const useVerifyFirstAction: DocumentActionComponent = (props) => {
  const verify = useVerify(props)
  return props.draft === null ? verify : null
}

/** Stands in the menu otherwise. */
export const useVerifyCredentialAction: DocumentActionComponent = (props) => {
  const verify = useVerify(props)
  return props.draft === null ? null : verify
}
