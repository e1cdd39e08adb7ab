import {type IncomingMessage} from 'node:http'

const addresses = new WeakMap<Request, string>()

/** Keeps where a request came from: a `Request` does not say. */
export function rememberAddress(request: Request, address: string): Request {
  addresses.set(request, address)
  return request
}

export function addressOf(request: Request): string {
  return addresses.get(request) ?? 'unknown'
}

/** Who is at the other end; behind a proxy on this machine or network, whom that names last. */
export function peerOf({socket, headers}: Pick<IncomingMessage, 'socket' | 'headers'>): string {
  const peer = (socket.remoteAddress ?? 'unknown').replace(/^::ffff:/, '')
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return isNear.test(peer) && forwarded ? forwarded.slice(0, 100) : peer
}

const isNear = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/
