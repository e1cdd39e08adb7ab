import * as data from '../dataRoutes.ts'
import * as history from '../historyRoutes.ts'
import {liveEvents} from '../liveRoutes.ts'
import {always} from '../projectRoutes.ts'
import {query} from '../queryRoutes.ts'
import {listen} from '../streamRoutes.ts'
import {at, type Route} from './route.ts'

/** Reading, writing and following documents. */
export const dataRoutes: readonly Route[] = [
  at('GET', '/data/query/:dataset', 'reader', query),
  at('POST', '/data/query/:dataset', 'reader', query),
  at('GET', '/data/doc/:dataset/:ids', 'reader', data.documents),
  at('GET', '/data/listen/:dataset', 'reader', listen),
  at('GET', '/data/live/events/:dataset', 'reader', liveEvents),
  at('POST', '/data/mutate/:dataset', 'signedIn', data.mutate, 'mutationError'),
  at('POST', '/data/actions/:dataset', 'signedIn', data.act, 'actionError'),
  at('GET', '/data/export/:dataset', 'signedIn', data.exportDocuments),
  at('GET', '/data/references/:dataset/documents/:id/to', 'signedIn', data.references),
  at('GET', '/data/reads/:dataset/:name/:id', 'signedIn', data.read),
  at('GET', '/data/history/:dataset/events/documents/:ids', 'signedIn', history.events),
  at('GET', '/data/history/:dataset/events/releases/:name', 'signedIn', history.releaseEvents),
  at('GET', '/data/history/:dataset/transactions/:ids', 'signedIn', history.transactions),
  at('GET', '/data/history/:dataset/documents/:ids', 'signedIn', history.documentsAt),
  at('GET', '/data/ping/:dataset', 'open', always({})),
]
