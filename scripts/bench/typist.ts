import {get, type IncomingMessage} from 'node:http'
import {BenchClient} from './client.ts'

export interface TypistOptions {
  readonly url: string
  readonly token: string
  readonly articleId: string
  /** Of the paragraph that is written. */
  readonly text: string
}

const pauseMs = 300
const paragraph = 'sections[_key=="s0"].body[_key=="b0"].children[_key=="c"].text'

/** Somebody who writes their own draft and follows along, as a tab of the Studio does. */
export class Typist {
  readonly #options: TypistOptions
  #client = new BenchClient()
  #streams: readonly IncomingMessage[] = []
  #text: string
  #strokes = 0

  constructor(options: TypistOptions) {
    this.#options = options
    this.#text = options.text
  }

  /** Connects, and follows the own draft with all that is done to it, and of everything else that it changed. */
  async sitDown(): Promise<void> {
    const {url, token} = this.#options
    this.#client = new BenchClient()
    await this.#client.ask(`${url}/v2025-02-19/users/me`, undefined, token)
    const {articleId} = this.#options
    const ids = JSON.stringify([articleId, `drafts.${articleId}`])
    const [own, all] = ['*[_id in $ids]', '*'].map(encodeURIComponent)
    this.#streams = await Promise.all([
      this.#follow(`query=${own}&$ids=${encodeURIComponent(ids)}&effectFormat=mendoza`),
      this.#follow(`query=${all}&includeMutations=false`),
    ])
  }

  /** Types for a while, never ahead of the server. Returns the milliseconds that each stroke took to be kept. */
  async type(milliseconds: number): Promise<readonly number[]> {
    const taken: number[] = []
    const end = performance.now() + milliseconds
    // Nobody begins at the same moment as the others.
    let next = performance.now() + Math.random() * pauseMs
    while (next < end) {
      const pause = Math.max(0, next - performance.now())
      await new Promise((resolve) => setTimeout(resolve, pause))
      const started = performance.now()
      await this.#stroke()
      taken.push(performance.now() - started)
      next = Math.max(next + pauseMs, performance.now())
    }
    return taken
  }

  standUp(): void {
    for (const stream of this.#streams) stream.destroy()
    this.#client.close()
  }

  #follow(search: string): Promise<IncomingMessage> {
    const {url, token} = this.#options
    return new Promise((resolve, reject) => {
      const headers = {authorization: `Bearer ${token}`}
      const address = `${url}/v2025-02-19/data/listen/production?${search}`
      get(address, {headers, agent: false}, (stream) => {
        stream.on('error', () => {})
        stream.on('data', () => resolve(stream))
      }).on('error', reject)
    })
  }

  async #stroke(): Promise<void> {
    const {url, token, articleId} = this.#options
    const address = `${url}/v2025-02-19/data/mutate/production?returnIds=true&visibility=async`
    const patch = {id: `drafts.${articleId}`, ...this.#change()}
    const answer = await this.#client.ask(address, JSON.stringify({mutations: [{patch}]}), token)
    if (answer.status !== 200) throw new Error(`${answer.status} for a stroke: ${answer.body}`)
  }

  /** A letter more at the end of a paragraph; now and then another title. */
  #change(): object {
    const stroke = (this.#strokes += 1)
    if (stroke % 10 === 0) return {set: {title: `A title that was changed ${stroke} times`}}
    const letter = String.fromCharCode(97 + (stroke % 26))
    const from = this.#text.length - 4
    const context = encodeURI(this.#text.slice(from))
    this.#text += letter
    const difference = `@@ -${from + 1},4 +${from + 1},5 @@\n ${context}\n+${letter}\n`
    return {diffMatchPatch: {[paragraph]: difference}}
  }
}
