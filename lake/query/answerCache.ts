import {LRUCache} from 'lru-cache'
import {type CommittedTransaction} from '../commit/commit.ts'
import {tagsOfChange} from './syncTags.ts'
import {type ThreadJson} from './thread.ts'

/** An answer as it is sent, for as long as nothing that it rests on has changed. */
export interface KeptAnswer {
  readonly json: ThreadJson
  readonly ms: number
  /** Tells answers apart that have other results. */
  readonly etag: string
  /** False from the commit on that may have made it another one. */
  isFresh: boolean
}

interface Entry {
  readonly answer: KeptAnswer
  readonly tags: readonly string[]
}

const mostBytes = 32_000_000
const mostBytesOfOne = 1_000_000
/** A power of two. */
const placesOfAsked = 16_384
/** About what it takes to find an answer by one of its tags. */
const bytesOfTag = 200

/**
 * Answers for readers without an account, by what they asked; each until one of its sync tags is told. An answer is kept
 * from the second time that it is asked for: most are asked for once, and to keep those costs more than it saves.
 */
export class AnswerCache {
  readonly #entries = new LRUCache<string, Entry>({
    maxSize: mostBytes,
    // What was asked may be far longer than the answer.
    sizeCalculation: ({answer, tags}, key) =>
      bytesOf(answer.json) + key.length + tags.length * bytesOfTag,
    dispose: (entry, key) => this.#end(entry, key),
  })
  readonly #byTag = new Map<string, Set<string>>()
  /** What was asked lately, as numbers, each in the one place that it may have. */
  readonly #asked = new Int32Array(placesOfAsked)
  #seq = 0

  get(key: string): KeptAnswer | null {
    return this.#entries.get(key)?.answer ?? null
  }

  /** Does not keep what was worked out before the last commit that it was told of. */
  put(key: string, answer: KeptAnswer, tags: readonly string[], seq: number): void {
    if (!this.#wasAsked(key) || seq < this.#seq || bytesOf(answer.json) > mostBytesOfOne) {
      answer.isFresh = false
      return
    }
    this.#entries.set(key, {answer, tags})
    for (const tag of tags) {
      const keys = this.#byTag.get(tag) ?? new Set()
      keys.add(key)
      this.#byTag.set(tag, keys)
    }
  }

  tell({seq, changes}: Pick<CommittedTransaction, 'seq' | 'changes'>): void {
    this.#seq = seq
    if (this.#entries.size === 0) return
    for (const {before, after} of changes) {
      for (const tag of tagsOfChange(before, after))
        for (const key of this.#byTag.get(tag) ?? []) this.#entries.delete(key)
    }
  }

  clear(): void {
    this.#entries.clear()
  }

  #wasAsked(key: string): boolean {
    const number = numberOf(key)
    const place = number & (placesOfAsked - 1)
    const wasAsked = this.#asked[place] === number
    this.#asked[place] = number
    return wasAsked
  }

  #end({answer, tags}: Entry, key: string): void {
    answer.isFresh = false
    for (const tag of tags) {
      const keys = this.#byTag.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) this.#byTag.delete(tag)
    }
  }
}

/** At most; one of the letters of a text may be wider than the others. */
function bytesOf(json: ThreadJson): number {
  return typeof json === 'string' ? 2 * json.length : json.length
}

/** FNV-1a, of 32 bits. */
function numberOf(text: string): number {
  let number = 0x811c9dc5
  for (let at = 0; at < text.length; at++)
    number = Math.imul(number ^ text.charCodeAt(at), 0x01000193)
  return number
}
