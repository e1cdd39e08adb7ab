import {openStream} from './streamTunnel.ts'

const eventStream = /\/data\/(?:listen|live\/events)\//

/**
 * `fetch`, but event streams go through a WebSocket each: a browser opens only six HTTP/1.1 connections to a
 * host, and one Studio tab with one open document holds more streams than that.
 */
export function fetchBeside(plain: typeof fetch): typeof fetch {
  return (input, init) => {
    const request = input instanceof Request ? input : null
    const url = new URL(request?.url ?? String(input), globalThis.location?.href)
    if (!eventStream.test(url.pathname)) return plain(input, init)
    return openStream({
      url,
      headers: Object.fromEntries(new Headers(init?.headers ?? request?.headers)),
      signal: init?.signal ?? request?.signal ?? null,
    })
  }
}

export const lakeFetch: typeof fetch = fetchBeside((input, init) => fetch(input, init))
