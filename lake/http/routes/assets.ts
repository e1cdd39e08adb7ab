import * as assets from '../assetRoutes.ts'
import {at, root, type Route} from './route.ts'

/** Images and files. */
export const assetRoutes: readonly Route[] = [
  root('GET', '/images/:project/:dataset/:file', 'reader', assets.image),
  root('GET', '/images/:project/:dataset/:file/:vanity', 'reader', assets.image),
  root('GET', '/files/:project/:dataset/:file', 'reader', assets.file),
  at('POST', '/assets/:kind{images|files}/:dataset', 'signedIn', assets.upload),
]
