import {request as requestHttp} from 'node:http'
import {request as requestHttps} from 'node:https'
import {checkLiteralAddress, isAllowedHost, lookupPublic, PrivateAddressError} from './address.ts'
import {type FailureReason} from './hook.ts'

export interface OutgoingRequest {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export type SendResult =
  | {
      readonly kind: 'answered'
      readonly status: number
      /** The beginning of the answer. */
      readonly body: string
      /** What `Retry-After` asks for, in seconds. */
      readonly retryAfter: number | null
    }
  | {
      readonly kind: 'unanswered'
      readonly reason: Exclude<FailureReason, 'http'>
      readonly sentence: string
    }

export type Send = (request: OutgoingRequest) => Promise<SendResult>

export interface SenderOptions {
  /** Hosts on the own machine or network that webhooks may go to: `name`, `name:port` or `*`. */
  readonly allowedHosts: readonly string[]
  readonly timeoutMs?: number
}

const excerptBytes = 4_000

/** Sends one request. Redirects are not followed; addresses inside are refused unless their host is allowed. */
export function createSender({allowedHosts, timeoutMs = 30_000}: SenderOptions): Send {
  return ({url: address, method, headers, body}) =>
    new Promise((resolve) => {
      const url = new URL(address)
      const signal = AbortSignal.timeout(timeoutMs)
      const fail = (error: unknown) => resolve(unanswered(error, url, signal.aborted))
      try {
        const isAllowed = isAllowedHost(url, allowedHosts)
        if (!isAllowed) checkLiteralAddress(url)
        const request = url.protocol === 'https:' ? requestHttps : requestHttp
        const outgoing = request(url, {
          method,
          headers: {...headers, 'content-length': String(Buffer.byteLength(body))},
          agent: false,
          signal,
          ...(isAllowed ? {} : {lookup: lookupPublic}),
        })
        outgoing.on('error', fail)
        outgoing.on('response', (response) => {
          const chunks: Buffer[] = []
          let size = 0
          const done = () => {
            const seconds = Number(response.headers['retry-after'] ?? '')
            resolve({
              kind: 'answered',
              status: response.statusCode ?? 0,
              body: Buffer.concat(chunks).subarray(0, excerptBytes).toString('utf8'),
              retryAfter: Number.isFinite(seconds) && seconds > 0 ? seconds : null,
            })
            response.destroy()
          }
          response.on('data', (chunk: Buffer) => {
            chunks.push(chunk)
            size += chunk.byteLength
            if (size >= excerptBytes) done()
          })
          response.on('end', done)
          response.on('error', fail)
        })
        outgoing.end(body)
      } catch (error) {
        fail(error)
      }
    })
}

function unanswered(error: unknown, url: URL, isTimeout: boolean): SendResult {
  if (isTimeout) {
    return {kind: 'unanswered', reason: 'timeout', sentence: 'No answer came in time.'}
  }
  if (error instanceof PrivateAddressError) {
    const sentence =
      `${url.host} is an address on this machine or network (${error.message}). ` +
      'Whoever runs the server can allow it: LAKE_HOOK_HOSTS lists such hosts.'
    return {kind: 'unanswered', reason: 'other', sentence}
  }
  const {code, message} = error as NodeJS.ErrnoException
  return {kind: 'unanswered', reason: 'network', sentence: code ?? message}
}
