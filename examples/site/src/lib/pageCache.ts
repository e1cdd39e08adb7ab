/** A page as it was sent, and its fingerprint. */
export interface KeptPage {
  readonly body: string
  readonly type: string
  readonly etag: string
  /** Milliseconds since 1970. */
  readonly keptAt: number
}

/** No page is shown for longer than this without asking the lake again, should a webhook ever get lost. */
export const longestMs = 5 * 60_000
const mostPages = 1000

/**
 * Pages by address. One change empties it all: what a page shows is spread over many documents, pages are published
 * seldom, and bad news must not wait for a tag that somebody forgot.
 */
export class PageCache {
  readonly #pages = new Map<string, KeptPage>()
  readonly #followers = new Set<() => void>()
  #generation = 0

  /** How often it was emptied. */
  get generation(): number {
    return this.#generation
  }

  find(address: string, now: number): KeptPage | null {
    const page = this.#pages.get(address)
    return page !== undefined && now - page.keptAt < longestMs ? page : null
  }

  /** Keeps what was made in this generation, and nothing older; of too many pages the oldest goes. */
  keep(address: string, page: KeptPage, generation: number): void {
    if (generation !== this.#generation) return
    this.#pages.delete(address)
    this.#pages.set(address, page)
    const [oldest] = this.#pages.keys()
    if (this.#pages.size > mostPages && oldest !== undefined) this.#pages.delete(oldest)
  }

  empty(): void {
    this.#pages.clear()
    this.#generation += 1
    for (const follower of [...this.#followers]) follower()
  }

  /** Calls whenever something changed. Returns how to stop. */
  follow(follower: () => void): () => void {
    this.#followers.add(follower)
    return () => this.#followers.delete(follower)
  }
}

export const pages = new PageCache()
