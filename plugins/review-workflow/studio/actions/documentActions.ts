import {type DocumentActionComponent, type DocumentActionsResolver} from 'sanity'
import {isGoverned} from '../../policy/index.ts'
import {publishAction} from './publishAction.tsx'
import {useRequestChangesAction} from './useRequestChangesAction.tsx'
import {useRevokeAction} from './useRevokeAction.tsx'
import {useSignAction} from './useSignAction.tsx'
import {useSubmitAction, useSubmitFirstAction} from './useSubmitAction.tsx'
import {useSuspendCredentialAction} from './useSuspendCredentialAction.tsx'
import {useVerifyCredentialAction, useVerifyFirstAction} from './useVerifyCredentialAction.tsx'
import {useWithdrawAction} from './useWithdrawAction.tsx'

/**
 * The first that is shown is the big button. Everything that is out of a user's reach hides itself, so that is
 * *Submit* or *Publish* for editors, *Sign* for reviewers.
 */
export const documentActions: DocumentActionsResolver = (previous, {schemaType}) => {
  const actions = previous.map((action) =>
    action.action === 'publish' ? publishAction(action, schemaType) : action,
  )
  if (isGoverned(schemaType)) return governed(actions)
  if (schemaType === 'reviewerCredential') {
    return [
      useVerifyFirstAction,
      ...actions.slice(0, 1),
      useVerifyCredentialAction,
      useSuspendCredentialAction,
      ...actions.slice(1),
    ]
  }
  return actions
}

function governed(actions: readonly DocumentActionComponent[]): DocumentActionComponent[] {
  const publish = actions.filter(({action}) => action === 'publish')
  // Taking a page down is *Withdraw*: it asks for a reason and keeps it.
  const rest = actions.filter(({action}) => action !== 'publish' && action !== 'unpublish')
  return [
    useSubmitFirstAction,
    ...publish,
    useSignAction,
    useSubmitAction,
    useRequestChangesAction,
    useRevokeAction,
    useWithdrawAction,
    ...rest,
  ]
}
