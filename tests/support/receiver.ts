import {createServer, type IncomingHttpHeaders} from 'node:http'
import {type AddressInfo} from 'node:net'
import {text} from 'node:stream/consumers'

export interface ReceivedRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Receiver {
  readonly url: string
  /** Everything that came, in order. */
  readonly requests: ReceivedRequest[]
  /** What to answer from now on. */
  answer(status: number, body?: string, headers?: Record<string, string>): void
  close(): Promise<void>
}

/** A server at the other end of a webhook, on a port of the loopback. */
export async function openReceiver(): Promise<Receiver> {
  const requests: ReceivedRequest[] = []
  let reply = {status: 200, body: 'ok', headers: {} as Record<string, string>}
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const {method = '', url: path = '', headers} = request
      requests.push({method, path, headers, body})
      response.writeHead(reply.status, reply.headers).end(reply.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    requests,
    answer: (status, body = '', headers = {}) => void (reply = {status, body, headers}),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
