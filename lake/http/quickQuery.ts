import {type IncomingMessage, type ServerResponse} from 'node:http'
import {LakeError} from '../errors.ts'
import {peerOf} from './addresses.ts'
import {type App} from './app.ts'
import {errorResponse} from './errors.ts'
import {answered} from './queryRoutes.ts'
import {sent} from './ready.ts'

const path = /^\/(v\d{4}-\d\d-\d\d)\/data\/query\/([a-z][a-z0-9_-]*)\?/

/**
 * What readers without a token ask most: it is answered as the route answers it, without what only others need. False
 * for every other request.
 */
export function quickQuery(
  {lake, config, ready}: App,
  request: IncomingMessage,
  response: ServerResponse,
  otherwise: () => void,
): boolean {
  const {headers, method, url: address = ''} = request
  if (method !== 'GET' || headers.authorization !== undefined || headers.origin !== undefined)
    return false
  const [, version, dataset] = path.exec(address) ?? []
  if (version === undefined || dataset === undefined) return false
  const url = URL.parse(address, 'http://localhost')
  if (url === null) return false
  const header = (name: string) => {
    const value = headers[name]
    return value === undefined ? null : String(value)
  }
  answered({
    lake,
    config,
    url,
    params: {version, dataset},
    actor: {kind: 'anonymous'},
    body: null,
    header,
    from: peerOf(request),
  }).then(
    (answer) => {
      ready.put(address, header('accept-encoding'), answer)
      const body = answer.status === 304 ? null : answer.body
      response.writeHead(answer.status, sent(answer.headers, body)).end(body)
    },
    (error: unknown) => {
      // What is our fault is told and logged by those who do that.
      if (!(error instanceof LakeError)) otherwise()
      else void refused(errorResponse(error, 'other'), response)
    },
  )
  return true
}

async function refused(answer: Response, response: ServerResponse): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer())
  const headers = Object.fromEntries(answer.headers) as Record<string, string>
  response.writeHead(answer.status, sent(headers, body)).end(body)
}
