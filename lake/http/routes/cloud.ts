import * as cors from '../corsRoutes.ts'
import {health} from '../health.ts'
import {always} from '../projectRoutes.ts'
import {at, root, type Route} from './route.ts'

/** Source: `ReleaseLimits` of Studio 6.16. */
const unlimitedReleases = {
  orgActiveReleaseCount: 0,
  orgMeteredActiveReleaseCount: 0,
  orgActiveReleaseLimit: 1_000_000,
  datasetReleaseLimit: 1_000_000,
}

/** Without a number of days: nothing here is ever removed. */
const endless = {features: [{attributes: {}}]}

/** What the Studio asks of the cloud, answered so that it stays quiet about it. */
export const cloudRoutes: readonly Route[] = [
  root('GET', '/healthz', 'open', health),
  at(
    'GET',
    '/features',
    'open',
    always([
      'studioComments',
      'sanityTasks',
      'contentReleases',
      'singleDocRelease',
      'privateDataset',
    ]),
  ),
  at(
    'GET',
    '/projects/:project/new-content-release-allowed',
    'signedIn',
    always({data: unlimitedReleases}),
  ),
  at(
    'GET',
    '/subscriptions/project/:project',
    'open',
    always({featureTypes: {retention: endless}}),
  ),
  at('GET', '/journey/announcements', 'open', always([])),
  at('GET', '/journey/:topic', 'open', always(null)),
  at('GET', '/intake/telemetry-status', 'open', always({status: 'denied'})),
  at('POST', '/intake/batch', 'open', always({}, 202)),
  at('GET', '/help', 'open', always({resources: {sectionArray: []}})),
  at('GET', '/ping', 'open', always({})),
  at('GET', '/check/cors', 'open', cors.checkCors),
  at('GET', '/geoip/country', 'open', always({isoCode: null})),
  at('GET', '/schedules/:project/:dataset', 'signedIn', always({schedules: []})),
]
