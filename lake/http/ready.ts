import {type IncomingMessage, type ServerResponse} from 'node:http'
import {LRUCache} from 'lru-cache'
import {type KeptAnswer} from '../query/answerCache.ts'

/** An answer down to its headers, for whoever asks the same without a token. */
interface ReadyAnswer {
  readonly kept: KeptAnswer
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

const most = 2000
const mostBytes = 32_000_000

/** Answers by the address that was asked for and by how they may be written. */
export class ReadyAnswers {
  readonly #answers = new LRUCache<string, ReadyAnswer>({
    max: most,
    maxSize: mostBytes,
    sizeCalculation: ({body}) => Buffer.byteLength(body),
  })

  /** Keeps an answer that was sent whole, if it may be given again. */
  put(
    address: string,
    acceptEncoding: string | null,
    {
      status,
      kept,
      headers,
      body,
    }: Omit<ReadyAnswer, 'kept'> & {
      readonly status: number
      readonly kept: KeptAnswer | null
    },
  ): void {
    if (kept === null || !kept.isFresh || status !== 200) return
    const ready = {kept, body, headers: sent(headers, body, 'no-cache')}
    this.#answers.set(keyOf(address, acceptEncoding ?? ''), ready)
  }

  /** Answers what it has an answer for; false for what has to be worked out. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const {headers, method, url = ''} = request
    if (method !== 'GET' || headers.authorization !== undefined || headers.origin !== undefined)
      return false
    const key = keyOf(url, String(headers['accept-encoding'] ?? ''))
    const ready = this.#answers.get(key)
    if (ready === undefined) return false
    if (!ready.kept.isFresh) {
      this.#answers.delete(key)
      return false
    }
    if (isKnown(headers['if-none-match'], ready.headers['ETag'] ?? '')) {
      const {'Content-Length': _length, 'Content-Type': _type, ...rest} = ready.headers
      response.writeHead(304, rest).end()
    } else response.writeHead(200, ready.headers).end(ready.body)
    return true
  }
}

/** True when whoever asks has the answer already. */
export function isKnown(ifNoneMatch: string | null | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false
  return ifNoneMatch.split(',').some((each) => each.trim() === etag || each.trim() === '*')
}

function keyOf(address: string, acceptEncoding: string): string {
  return `${acceptEncoding}\n${address}`
}

/** Whether whoever is in between may keep an answer until it is asked for again. */
export type CacheControl = 'no-cache' | 'no-store'

/** What every answer to a query has, and how long this one is. */
export function sent(
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array | null,
  cacheControl: CacheControl,
): Readonly<Record<string, string>> {
  return {
    ...headers,
    'Vary': ['Origin', headers['Vary'] ?? []].flat().join(', '),
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': cacheControl,
    ...(body === null ? {} : {'Content-Length': `${Buffer.byteLength(body)}`}),
  }
}
