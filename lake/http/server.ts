import {getRequestListener, type HttpBindings} from '@hono/node-server'
import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response'
import {createServer, type IncomingMessage} from 'node:http'
import {type AddressInfo} from 'node:net'
import {type Duplex} from 'node:stream'
import {type WebSocket, WebSocketServer} from 'ws'

import {peerOf, rememberAddress} from './addresses.ts'
import {type App} from './app.ts'
import {isTrustedOrigin} from './cors.ts'
import {flowsInto} from './outlet.ts'
import {createPresenceHub} from './presence.ts'
import {quickQuery} from './quickQuery.ts'
import {tunnelStream} from './tunnel.ts'

export interface StartOptions {
  readonly port: number
  readonly host: string
  readonly patience?: Patience
}

/** How long somebody may take, in milliseconds: who sends byte by byte must not hold a connection for ever. */
export interface Patience {
  readonly headers: number
  /** Of the whole request: 50 MB at 1.5 Mbit/s. */
  readonly request: number
  /** How often it is looked at. */
  readonly every: number
}

const usualPatience: Patience = {headers: 20_000, request: 300_000, every: 5_000}

export interface RunningServer {
  readonly url: string
  readonly port: number
  /** Ends streams and sockets, then stops listening. */
  close(): Promise<void>
}

/** Longer than clients and proxies keep a connection that they may use again: none is closed under their hands. */
const keepAliveMs = 75_000
const pingMs = 30_000
/** Each stream of a Studio goes through a socket of its own. */
const mostSockets = 10_000
const presencePath = /^\/v[^/]+\/socket\/([^/]+)$/

/** Puts the app on a port, with the two kinds of WebSocket beside it. */
export async function startServer(
  app: App,
  {port, host, patience = usualPatience}: StartOptions,
): Promise<RunningServer> {
  const listener = getRequestListener(
    async (request, env) => {
      const {incoming, outgoing} = env as HttpBindings
      const response = await app.fetch(rememberAddress(request, peerOf(incoming)))
      return flowsInto(outgoing, response) ? RESPONSE_ALREADY_SENT : response
    },
    {hostname: host},
  )
  const server = createServer(
    {
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      connectionsCheckingInterval: patience.every,
      keepAliveTimeout: keepAliveMs,
    },
    (request, response) => {
      const otherwise = () => void listener(request, response)
      if (app.ready.answer(request, response)) return
      if (!quickQuery(app, request, response, otherwise)) otherwise()
    },
  )
  const sockets = new WebSocketServer({noServer: true, maxPayload: 256 * 1024})
  const presence = createPresenceHub(app.lake)
  const alive = new WeakSet<WebSocket>()

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const {origin, host: asked = 'localhost'} = request.headers
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    const dataset = presencePath.exec(path)?.[1]
    if (origin !== undefined && !isTrustedOrigin(origin, asked, app.config))
      return refuse(socket, 403, 'Forbidden')
    if (sockets.clients.size >= mostSockets) return refuse(socket, 503, 'Service Unavailable')
    if (path === '/__stream') {
      return accept(request, socket, head, (client) =>
        tunnelStream(client, `http://${asked}`, (inner) =>
          app.fetch(rememberAddress(inner, peerOf(request))),
        ),
      )
    }
    if (dataset === undefined || !app.lake.datasets().some(({name}) => name === dataset)) {
      return refuse(socket, 404, 'Not Found')
    }
    accept(request, socket, head, (client) => presence.connect(dataset, client))
  })

  function accept(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    use: (client: WebSocket) => void,
  ) {
    sockets.handleUpgrade(request, socket, head, (client) => {
      alive.add(client)
      client.on('pong', () => alive.add(client))
      use(client)
    })
  }

  // A laptop that was closed never says goodbye.
  const ping = setInterval(() => {
    for (const client of sockets.clients) {
      if (!alive.delete(client)) client.terminate()
      else client.ping()
    }
  }, pingMs)
  ping.unref()

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const address = server.address() as AddressInfo
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address

  return {
    url: `http://${name === '0.0.0.0' || name === '[::]' ? 'localhost' : name}:${address.port}`,
    port: address.port,
    async close() {
      clearInterval(ping)
      for (const end of [...app.streams]) end()
      presence.close()
      for (const client of sockets.clients) client.terminate()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

function refuse(socket: Duplex, status: number, title: string): void {
  socket.end(`HTTP/1.1 ${status} ${title}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
