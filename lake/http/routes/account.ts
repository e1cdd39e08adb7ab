import * as access from '../accessRoutes.ts'
import * as account from '../accountRoutes.ts'
import {loginPage, submitLogin} from '../loginPage.ts'
import * as token from '../tokenRoutes.ts'
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
  at('PUT', '/users/me/password', 'signedIn', access.changePassword),
  at('GET', '/users/:ids', 'signedIn', account.users),
  at('GET', '/projects/:project/roles', 'signedIn', access.roles),
  at('GET', '/projects/:project/tokens', 'signedIn', token.tokens),
  at('POST', '/projects/:project/tokens', 'signedIn', token.createToken),
  at('DELETE', '/projects/:project/tokens/:token', 'signedIn', token.deleteToken),
  at('GET', '/access/project/:project/roles', 'signedIn', access.roleList),
  at('GET', '/access/project/:project/users', 'signedIn', access.userList),
  at('GET', '/access/project/:project/users/:user', 'signedIn', access.user),
  at('DELETE', '/access/project/:project/users/:user', 'signedIn', access.closeAccount),
  at('PUT', '/access/project/:project/users/:user/roles/:role', 'signedIn', access.giveRole),
  at('DELETE', '/access/project/:project/users/:user/roles/:role', 'signedIn', access.takeRole),
  at('GET', '/access/project/:project/robots', 'signedIn', token.robots),
  at('POST', '/access/project/:project/robots', 'signedIn', token.createRobot),
  at('DELETE', '/access/project/:project/robots/:token', 'signedIn', token.deleteToken),
  at('POST', '/access/robots/me/rotate', 'signedIn', token.rotate),
  at('GET', '/invitations/project/:project', 'signedIn', access.invitations),
  at('POST', '/invitations/project/:project', 'signedIn', access.invite),
]
