import {health} from '../health.ts'
import {always} from '../projectRoutes.ts'
import {at, root, type Route} from './route.ts'

const history365 = {features: [{attributes: {maxRetentionDays: 365}}]}

/** What the Studio asks of the cloud, answered so that it stays quiet about it. */
export const cloudRoutes: readonly Route[] = [
  root('GET', '/healthz', 'open', health),
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
