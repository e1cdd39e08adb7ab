import * as hooks from '../hookRoutes.ts'
import {at, type Route} from './route.ts'

/** Webhooks. Source: Sanity's Webhooks API; sending a test is ours. */
export const hookRoutes: readonly Route[] = [
  at('GET', '/hooks/projects/:project', 'signedIn', hooks.list),
  at('POST', '/hooks/projects/:project', 'signedIn', hooks.create),
  at('GET', '/hooks/projects/:project/attempts/:id', 'signedIn', hooks.attempt),
  at('GET', '/hooks/projects/:project/:id', 'signedIn', hooks.find),
  at('PATCH', '/hooks/projects/:project/:id', 'signedIn', hooks.update),
  at('DELETE', '/hooks/projects/:project/:id', 'signedIn', hooks.remove),
  at('GET', '/hooks/projects/:project/:id/messages', 'signedIn', hooks.messages),
  at('GET', '/hooks/projects/:project/:id/attempts', 'signedIn', hooks.attempts),
  at('POST', '/hooks/projects/:project/:id/test', 'signedIn', hooks.sendTest),
  at('GET', '/hooks/:id/messages', 'signedIn', hooks.messages),
]
