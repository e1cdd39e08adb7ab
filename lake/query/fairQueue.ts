import {LRUCache} from 'lru-cache'
import {LakeError} from '../errors.ts'

export interface FairQueueOptions {
  /** How many may work for one reader at a time. */
  readonly mostForOne: number
  /** How many may wait, of one reader and in all. */
  readonly mostWaitingForOne: number
  readonly mostWaiting: number
  /** Readers who lately took longer than that are not given the last free thread. */
  readonly lightMs: number
  readonly now: () => number
}

/** What a reader used is half forgotten after that time. */
const halfLifeMs = 10_000
const remembered = 1000

interface Used {
  readonly ms: number
  readonly at: number
}

/** Work that waits, by who wants it: whoever lately used least is next. */
export class FairQueue<Work> {
  readonly #options: FairQueueOptions
  readonly #waiting = new Map<string, Work[]>()
  readonly #running = new Map<string, number>()
  readonly #used = new LRUCache<string, Used>({max: remembered})
  #size = 0

  constructor(options: FairQueueOptions) {
    this.#options = options
  }

  get size(): number {
    return this.#size
  }

  /** @throws LakeError tooManyRequests, unavailable */
  add(reader: string, work: Work): void {
    const own = this.#waiting.get(reader) ?? []
    if (own.length >= this.#options.mostWaitingForOne) {
      throw new LakeError(
        'tooManyRequests',
        'You already have as many queries waiting as one reader may. Try again in a moment.',
        {retryAfterSeconds: 2},
      )
    }
    if (this.#size >= this.#options.mostWaiting) {
      throw new LakeError('unavailable', 'Too many queries are waiting. Try again in a moment.')
    }
    own.push(work)
    this.#waiting.set(reader, own)
    this.#size += 1
  }

  /** The next work that may begin now, or null. `isLast`: nobody could be served until it is done. */
  take(isLast: boolean): {readonly reader: string; readonly work: Work} | null {
    const reader = this.#next(isLast)
    const own = reader === null ? undefined : this.#waiting.get(reader)
    const work = own?.shift()
    if (reader === null || own === undefined || work === undefined) return null
    // Whoever asks again stands behind those who used as little.
    this.#waiting.delete(reader)
    if (own.length > 0) this.#waiting.set(reader, own)
    this.#size -= 1
    this.#running.set(reader, (this.#running.get(reader) ?? 0) + 1)
    return {reader, work}
  }

  /** True when there is work that may begin as soon as a thread is free for it. */
  hasWork(isLast: boolean): boolean {
    return this.#next(isLast) !== null
  }

  done(reader: string, ms: number): void {
    const running = (this.#running.get(reader) ?? 1) - 1
    if (running > 0) this.#running.set(reader, running)
    else this.#running.delete(reader)
    const used = this.#usedBy(reader) + ms
    this.#used.set(reader, {ms: used, at: this.#options.now()})
  }

  /** Takes all that waits. */
  drain(): readonly Work[] {
    const all = [...this.#waiting.values()].flat()
    this.#waiting.clear()
    this.#size = 0
    return all
  }

  #next(isLast: boolean): string | null {
    const {mostForOne, lightMs} = this.#options
    let next: {reader: string; used: number} | null = null
    for (const reader of this.#waiting.keys()) {
      if ((this.#running.get(reader) ?? 0) >= mostForOne) continue
      const used = this.#usedBy(reader)
      if (isLast && used > lightMs) continue
      if (next === null || used < next.used) next = {reader, used}
    }
    return next?.reader ?? null
  }

  #usedBy(reader: string): number {
    const used = this.#used.peek(reader)
    if (used === undefined) return 0
    return used.ms * 0.5 ** ((this.#options.now() - used.at) / halfLifeMs)
  }
}
