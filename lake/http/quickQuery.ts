import {type IncomingMessage, type ServerResponse} from 'node:http'
import {type Actor} from '../actor.ts'
import {LakeError} from '../errors.ts'
import {type Lake} from '../lake.ts'
import {peerOf} from './addresses.ts'
import {admit, bearerIn} from './admission.ts'
import {type App} from './app.ts'
import {errorResponse} from './errors.ts'
import {answered} from './queryRoutes.ts'
import {type CacheControl, sent} from './ready.ts'

const path = /^\/(v\d{4}-\d\d-\d\d)\/data\/query\/([a-z][a-z0-9_-]*)\?/

/**
 * What is asked most: it is answered as the route answers it, without what only other requests need. False for every
 * other request.
 */
export function quickQuery(
  {lake, config, ready}: App,
  request: IncomingMessage,
  response: ServerResponse,
  otherwise: () => void,
): boolean {
  const {headers, method, url: address = ''} = request
  if (method !== 'GET' || headers.origin !== undefined) return false
  const [, version, dataset] = path.exec(address) ?? []
  if (version === undefined || dataset === undefined) return false
  const url = URL.parse(address, 'http://localhost')
  const reader = readerIn(lake, request)
  if (url === null || reader === null) return false
  const {actor, cacheControl} = reader
  const header = (name: string) => {
    const value = headers[name]
    return value === undefined ? null : String(value)
  }
  answered({
    lake,
    config,
    url,
    params: {version, dataset},
    actor,
    body: null,
    header,
    from: peerOf(request),
  }).then(
    (answer) => {
      if (cacheControl === 'no-cache') ready.put(address, header('accept-encoding'), answer)
      const body = answer.status === 304 ? null : answer.body
      response.writeHead(answer.status, sent(answer.headers, body, cacheControl)).end(body)
    },
    (error: unknown) => {
      // What is our fault is told and logged by those who do that.
      if (!(error instanceof LakeError)) otherwise()
      else void refused(errorResponse(error, 'other'), response, cacheControl)
    },
  )
  return true
}

interface QuickReader {
  readonly actor: Actor
  readonly cacheControl: CacheControl
}

/** Null where there is something to say about the token, which is not for here. */
function readerIn(lake: Lake, request: IncomingMessage): QuickReader | null {
  const {authorization} = request.headers
  if (authorization === undefined) return {actor: {kind: 'anonymous'}, cacheControl: 'no-cache'}
  // Node keeps the first of several.
  if (request.headersDistinct['authorization']?.length !== 1) return null
  try {
    const token = bearerIn(authorization)
    const actor = admit(lake, 'reader', token)
    return {actor, cacheControl: token === null ? 'no-cache' : 'no-store'}
  } catch {
    return null
  }
}

async function refused(
  answer: Response,
  response: ServerResponse,
  cacheControl: CacheControl,
): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer())
  const headers = Object.fromEntries(answer.headers) as Record<string, string>
  response.writeHead(answer.status, sent(headers, body, cacheControl)).end(body)
}
