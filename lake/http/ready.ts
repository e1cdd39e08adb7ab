import {type IncomingMessage, type ServerResponse} from 'node:http'
import {type KeptAnswer} from '../answerCache.ts'

/** An answer down to its headers, for whoever asks the same without a token. */
export interface ReadyAnswer {
  readonly kept: KeptAnswer
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

const most = 2000

/** Answers by the address that was asked for and by how they may be written. */
export class ReadyAnswers {
  readonly #answers = new Map<string, ReadyAnswer>()

  put(address: string, acceptEncoding: string | null, answer: ReadyAnswer): void {
    if (!answer.kept.isFresh) return
    const oldest = this.#answers.keys().next()
    if (this.#answers.size >= most && !oldest.done) this.#answers.delete(oldest.value)
    this.#answers.set(keyOf(address, acceptEncoding ?? ''), answer)
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
