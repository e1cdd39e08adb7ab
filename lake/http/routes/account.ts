import * as account from '../accountRoutes.ts'
import {loginPage, submitLogin} from '../loginPage.ts'
import {at, root, type Route} from './route.ts'

/** Signing in, and who people are. */
export const accountRoutes: readonly Route[] = [
  root('GET', '/login', 'open', loginPage),
  root('POST', '/login', 'open', submitLogin),
  at('POST', '/auth/login', 'open', account.login),
  at('GET', '/auth/providers', 'open', account.providers),
  at('GET', '/auth/fetch', 'open', account.fetchToken),
  at('POST', '/auth/logout', 'open', account.logout),
  at('GET', '/auth/id', 'signedIn', account.authId),
  at('DELETE', '/auth/session', 'signedIn', account.endSession),
  at('GET', '/users/me', 'reader', account.currentUser),
  at('GET', '/users/me/keyvalue/:keys', 'signedIn', account.keyValues),
  at('PUT', '/users/me/keyvalue', 'signedIn', account.setKeyValues),
  at('GET', '/users/:ids', 'signedIn', account.users),
]
