import {get, type IncomingMessage} from 'node:http'
import {BenchClient} from './client.ts'
import {questionsOfTab} from './tab.ts'

export interface TypistOptions {
  readonly url: string
  readonly token: string
  readonly articleId: string
  /** Of the paragraph that is written. */
  readonly text: string
}

/** The Studio commits what was typed once a second, however fast that was. */
const pauseMs = 1000
const lettersOfCommit = 7
const section = 'sections[_key=="s0"]'
const paragraph = `${section}.body[_key=="b0"].children[_key=="c"].text`

/** Somebody who writes their own draft and follows along, as a tab of the Studio does. */
export class Typist {
  readonly #options: TypistOptions
  readonly #questions: readonly string[]
  #client = new BenchClient()
  /** As many connections as a browser has beside those of its streams and its commits. */
  #eyes = new BenchClient(3)
  #streams: readonly IncomingMessage[] = []
  #text: string

  constructor(options: TypistOptions) {
    this.#options = options
    this.#text = options.text
    this.#questions = questionsOfTab(options.articleId)
  }

  /** Connects, and follows the own draft with all that is done to it, and of everything else that it changed. */
  async sitDown(): Promise<void> {
    const {url, token} = this.#options
    this.#client = new BenchClient()
    this.#eyes = new BenchClient(3)
    await this.#client.ask(`${url}/v2025-02-19/users/me`, undefined, token)
    const {articleId} = this.#options
    const ids = JSON.stringify([articleId, `drafts.${articleId}`])
    const [own, all] = ['*[_id in $ids]', '*'].map(encodeURIComponent)
    this.#streams = await Promise.all([
      this.#follow(`query=${own}&$ids=${encodeURIComponent(ids)}&effectFormat=mendoza`),
      this.#follow(`query=${all}&includeMutations=false`),
    ])
  }

  /** Types for a while, never ahead of the server. Returns the milliseconds that each commit took to be kept. */
  async type(milliseconds: number): Promise<readonly number[]> {
    const taken: number[] = []
    const end = performance.now() + milliseconds
    // Nobody begins at the same moment as the others.
    let next = performance.now() + Math.random() * pauseMs
    while (next < end) {
      const pause = Math.max(0, next - performance.now())
      await new Promise((resolve) => setTimeout(resolve, pause))
      const started = performance.now()
      await this.#commit()
      taken.push(performance.now() - started)
      await this.#lookAgain()
      next = Math.max(next + pauseMs, performance.now())
    }
    return taken
  }

  standUp(): void {
    for (const stream of this.#streams) stream.destroy()
    this.#client.close()
    this.#eyes.close()
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

  async #commit(): Promise<void> {
    const {url, token, articleId: publishedId} = this.#options
    const edit = {actionType: 'sanity.action.document.edit', draftId: `drafts.${publishedId}`}
    const actions = this.#patches().map((patch) => ({...edit, publishedId, patch}))
    const address = `${url}/v2025-02-19/data/actions/production`
    const answer = await this.#client.ask(address, JSON.stringify({actions}), token)
    if (answer.status !== 200) throw new Error(`${answer.status} for words: ${answer.body}`)
  }

  /** A few letters more at the end of a paragraph, as the editor of the Studio sends them. */
  #patches(): readonly object[] {
    const letters = Array.from({length: lettersOfCommit}, () => this.#letter())
    return [
      {unset: ['_empty_action_guard_pseudo_field_']},
      {setIfMissing: {sections: []}},
      {setIfMissing: {[section]: {_type: 'articleSection'}}},
      {setIfMissing: {[`${section}.body`]: []}},
      ...letters.map((difference) => ({diffMatchPatch: {[paragraph]: difference}})),
    ]
  }

  #letter(): string {
    const letter = String.fromCharCode(97 + (this.#text.length % 26))
    const from = this.#text.length - 4
    const context = encodeURI(this.#text.slice(from))
    this.#text += letter
    return `@@ -${from + 1},4 +${from + 1},5 @@\n ${context}\n+${letter}\n`
  }

  async #lookAgain(): Promise<void> {
    const {url, token} = this.#options
    const answers = await Promise.all(
      this.#questions.map((question) =>
        this.#eyes.ask(`${url}/v2025-02-19/data/${question}`, undefined, token),
      ),
    )
    const failed = answers.find(({status}) => status !== 200)
    if (failed !== undefined) throw new Error(`${failed.status} for a look: ${failed.body}`)
  }
}
