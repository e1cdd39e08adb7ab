import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {type DocumentActionComponent} from 'sanity'
import {CommandForm} from '../CommandForm.tsx'
import {useCommandAction} from './useCommandAction.tsx'

const useVerify: DocumentActionComponent = (props) =>
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
