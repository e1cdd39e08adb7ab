import * as account from './accountRoutes.ts'
import * as assets from './assetRoutes.ts'
import {type Handler} from './call.ts'
import * as data from './dataRoutes.ts'
import {type Door} from './errors.ts'
import {health} from './health.ts'
import * as history from './historyRoutes.ts'
import {loginPage, submitLogin} from './loginPage.ts'
import * as project from './projectRoutes.ts'
import {always} from './projectRoutes.ts'
import * as streams from './streamRoutes.ts'

/**
 * Who may come in. `open`: whoever, a token is not looked at. `reader`: without a token too, and then only what is
 * public. `signedIn`: nobody without a token that is good.
 */
export type Access = 'open' | 'reader' | 'signedIn'

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly access: Access
  readonly handle: Handler
  readonly door: Door
}

const version = '/:version{v(?:1|X|\\d{4}-\\d{2}-\\d{2})}'

function at(
  method: Route['method'],
  path: string,
  access: Access,
  handle: Handler,
  door: Door = 'other',
): Route {
  return {method, path: version + path, access, handle, door}
}

function root(method: Route['method'], path: string, access: Access, handle: Handler): Route {
  return {method, path, access, handle, door: 'other'}
}

const history365 = {features: [{attributes: {maxRetentionDays: 365}}]}

/** Everything that can be asked over HTTP. What is not here does not exist. */
export const routes: readonly Route[] = [
  root('GET', '/healthz', 'open', health),
  root('GET', '/login', 'open', loginPage),
  root('POST', '/login', 'open', submitLogin),
  root('GET', '/images/:project/:dataset/:file', 'reader', assets.image),
  root('GET', '/files/:project/:dataset/:file', 'reader', assets.file),

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

  at('GET', '/data/query/:dataset', 'reader', data.query),
  at('POST', '/data/query/:dataset', 'reader', data.query),
  at('GET', '/data/doc/:dataset/:ids', 'reader', data.documents),
  at('GET', '/data/listen/:dataset', 'reader', streams.listen),
  at('GET', '/data/live/events/:dataset', 'reader', streams.liveEvents),
  at('POST', '/data/mutate/:dataset', 'signedIn', data.mutate, 'mutationError'),
  at('POST', '/data/actions/:dataset', 'signedIn', data.act, 'actionError'),
  at('GET', '/data/export/:dataset', 'signedIn', data.exportDocuments),
  at('GET', '/data/references/:dataset/documents/:id/to', 'signedIn', data.references),
  at('GET', '/data/reads/:dataset/:name/:id', 'signedIn', data.read),
  at('GET', '/data/history/:dataset/events/documents/:ids', 'signedIn', history.events),
  at('GET', '/data/history/:dataset/transactions/:ids', 'signedIn', history.transactions),
  at('GET', '/data/history/:dataset/documents/:ids', 'signedIn', history.documentsAt),
  at('GET', '/data/ping/:dataset', 'open', always({})),
  at('POST', '/assets/:kind{images|files}/:dataset', 'signedIn', assets.upload),

  at('GET', '/projects', 'signedIn', project.projects),
  at('GET', '/projects/:project', 'signedIn', project.project),
  at('GET', '/projects/:project/grants', 'signedIn', project.projectGrants),
  at('GET', '/projects/:project/user-applications', 'signedIn', always([])),
  at('GET', '/projects/:project/datasets', 'signedIn', project.datasets),
  at('GET', '/projects/:project/datasets/:dataset/acl', 'signedIn', project.acl),
  at('GET', '/projects/:project/roles', 'signedIn', always([])),
  at('GET', '/access/requests/me', 'signedIn', always([])),
  at('GET', '/datasets', 'signedIn', project.datasets),
  at('PUT', '/datasets/:dataset', 'signedIn', project.createDataset),
  at('GET', '/aliases', 'signedIn', always([])),
  at('POST', '/comments/:dataset/setup', 'signedIn', project.setUpComments),

  // What the Studio asks of the cloud, answered so that it stays quiet about it.
  at('GET', '/features', 'open', always(['studioComments', 'sanityTasks'])),
  at(
    'GET',
    '/subscriptions/project/:project',
    'open',
    always({featureTypes: {retention: history365}}),
  ),
  at('GET', '/journey/announcements', 'open', always([])),
  at('GET', '/journey/:topic', 'open', always(null)),
  at('GET', '/intake/telemetry-status', 'open', always({status: 'denied'})),
  at('POST', '/intake/batch', 'open', always({}, 202)),
  at('GET', '/help', 'open', always({resources: {sectionArray: []}})),
  at('GET', '/ping', 'open', always({})),
  at('GET', '/check/cors', 'open', always({result: {allowed: true, withCredentials: true}})),
  at('GET', '/geoip/country', 'open', always({isoCode: null})),
  at('GET', '/schedules/:project/:dataset', 'signedIn', always({schedules: []})),
]
