import {type CurrentUser, type DocumentActionComponent, type DocumentActionsResolver} from 'sanity'
import {isGoverned} from '../../policy/index.ts'
import {meOf} from '../me.ts'
import {isShared} from '../shared/isShared.ts'
import {useAskForSignOffsAction} from '../shared/useAskForSignOffsAction.tsx'
import {useRevokeCredentialAction, useSuspendCredentialAction} from './endCredentialActions.tsx'
import {publishAction} from './publishAction.tsx'
import {
  useCancelRequestAction,
  useClaimAction,
  useRecuseAction,
  useRefuseAction,
  useRequestChangesAction,
  useRevokeAction,
  useUnscheduleAction,
  useWithdrawAction,
} from './textActions.tsx'
import {useDelegateAction} from './useDelegateAction.tsx'
import {useScheduleAction} from './useScheduleAction.tsx'
import {useRenewAction, useSignAction} from './useSignAction.tsx'
import {useSubmitAction, useSubmitFirstAction} from './useSubmitAction.tsx'
import {useVerifyCredentialAction, useVerifyFirstAction} from './useVerifyCredentialAction.tsx'

/**
 * The first that is shown is the big button. Everything that is out of a user's reach hides itself, so that is what
 * comes next for them: *Submit* or *Publish* for editors, *Sign* for reviewers.
 */
export const documentActions: DocumentActionsResolver = (previous, {schemaType, currentUser}) => {
  const actions = previous.map((action) =>
    action.action === 'publish' ? publishAction(action, schemaType) : action,
  )
  if (isGoverned(schemaType))
    return governed(actions.filter((action) => isWithin(action, currentUser)))
  if (schemaType === 'reviewerCredential') {
    return [
      useVerifyFirstAction,
      ...actions.slice(0, 1),
      useVerifyCredentialAction,
      useSuspendCredentialAction,
      useRevokeCredentialAction,
      ...actions.slice(1),
    ]
  }
  // It hides itself unless the draft waits for signatures of pages that show it.
  return isShared(schemaType) ? [useAskForSignOffsAction, ...actions] : actions
}

/** Whoever only reads is not shown, all grey, what others do with documents. */
function isWithin(
  {action}: DocumentActionComponent,
  user: CurrentUser | null | undefined,
): boolean {
  const roles = meOf(user).roles
  const onlyReads = roles.length > 0 && !roles.some((role) => making.includes(role))
  return !onlyReads || action === undefined || !ofMakers.includes(action)
}

const making: readonly string[] = ['administrator', 'editor', 'reviewer']
const ofMakers: readonly string[] = ['duplicate', 'discardChanges', 'delete', 'restore']

function governed(actions: readonly DocumentActionComponent[]): DocumentActionComponent[] {
  const publish = actions.filter(({action}) => action === 'publish')
  // Taking a page down is *Withdraw*: it asks for a reason and keeps it.
  const rest = actions.filter(({action}) => action !== 'publish' && action !== 'unpublish')
  return [
    useSubmitFirstAction,
    ...publish,
    useSignAction,
    useRenewAction,
    useClaimAction,
    useSubmitAction,
    useScheduleAction,
    useUnscheduleAction,
    useRequestChangesAction,
    useRefuseAction,
    useDelegateAction,
    useRecuseAction,
    useCancelRequestAction,
    useRevokeAction,
    useWithdrawAction,
    ...rest,
  ]
}
