import {type WebSocket} from 'ws'

import {type Outlet, sourceOf} from './outlet.ts'

const carried = ['authorization', 'accept', 'last-event-id', 'x-sanity-app', 'x-sanity-project-id']
const patienceMs = 10_000

/**
 * An event stream through a WebSocket. A browser opens six HTTP/1.1 connections to a host at most, and one Studio tab
 * wants more streams than that. The client sends `{url, headers}`; it gets `{status, headers}` and then the body,
 * bit by bit, as if it had fetched the url itself.
 */
export function tunnelStream(
  socket: WebSocket,
  origin: string,
  fetch: (request: Request) => Promise<Response>,
): void {
  const patience = setTimeout(() => socket.close(1008, 'no request came'), patienceMs)
  patience.unref()
  const socketOutlet: Outlet = {
    write: (frame) => socket.send(frame, {binary: false}),
    waiting: () => socket.bufferedAmount,
    end: () => socket.close(1000),
    cut: () => socket.terminate(),
  }
  socket.on('error', () => socket.terminate())
  socket.on('close', () => clearTimeout(patience))
  socket.once('message', (data) => {
    clearTimeout(patience)
    const request = decodeRequest(String(data), origin)
    if (request === null) return socket.close(1008, 'only event streams go through here')
    pump(request).catch(() => socket.close(1011, 'the stream failed'))
  })

  async function pump(request: Request): Promise<void> {
    const response = await fetch(request)
    socket.send(
      JSON.stringify({status: response.status, headers: Object.fromEntries(response.headers)}),
    )
    const source = sourceOf(response)
    if (source === null) {
      socket.send(await response.text())
      socket.close(1000)
    } else if (socket.readyState === socket.OPEN) {
      socket.on('close', source.close)
      source.open(socketOutlet)
    } else source.close()
  }
}

function decodeRequest(frame: string, origin: string): Request | null {
  try {
    const {url, headers} = JSON.parse(frame) as {url: string; headers?: Record<string, string>}
    const asked = new URL(url, origin)
    if (!/^\/v[^/]+\/data\/(listen|live\/events)\/[^/]+$/.test(asked.pathname)) return null
    const given = new Headers(headers)
    const kept = new Headers()
    for (const name of carried) {
      const value = given.get(name)
      if (value !== null) kept.set(name, value)
    }
    return new Request(new URL(asked.pathname + asked.search, origin), {headers: kept})
  } catch {
    return null
  }
}
