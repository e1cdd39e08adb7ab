import {useRouterState} from 'sanity/router'
import {HookList} from './HookList.tsx'
import {HookPage, NewHookPage} from './HookPage.tsx'

/** All webhooks, or one of them. */
export function WebhooksTool() {
  const {hook} = useRouterState()
  if (typeof hook !== 'string') return <HookList />
  return hook === 'new' ? <NewHookPage /> : <HookPage key={hook} id={hook} />
}
