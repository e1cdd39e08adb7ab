import {type CommittedTransaction} from '../commit/commit.ts'
import {tagsOfChange} from './syncTags.ts'

/** An answer as it is sent, for as long as nothing that it rests on has changed. */
export interface KeptAnswer {
  readonly json: Uint8Array<ArrayBuffer>
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

/** Answers for readers without an account, by what they asked; each until one of its sync tags is told. */
export class AnswerCache {
  readonly #entries = new Map<string, Entry>()
  readonly #byTag = new Map<string, Set<string>>()
  #bytes = 0
  #seq = 0

  get(key: string): KeptAnswer | null {
    const entry = this.#entries.get(key)
    if (entry === undefined) return null
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry.answer
  }

  /** Does not keep what was worked out before the last commit that it was told of. */
  put(key: string, answer: KeptAnswer, tags: readonly string[], seq: number): void {
    if (seq < this.#seq || answer.json.length > mostBytesOfOne) {
      answer.isFresh = false
      return
    }
    this.#drop(key)
    this.#entries.set(key, {answer, tags})
    this.#bytes += answer.json.length
    for (const tag of tags) {
      const keys = this.#byTag.get(tag) ?? new Set()
      keys.add(key)
      this.#byTag.set(tag, keys)
    }
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= mostBytes) return
      this.#drop(oldest)
    }
  }

  tell({seq, changes}: Pick<CommittedTransaction, 'seq' | 'changes'>): void {
    this.#seq = seq
    if (this.#entries.size === 0) return
    for (const {before, after} of changes) {
      for (const tag of tagsOfChange(before, after))
        for (const key of this.#byTag.get(tag) ?? []) this.#drop(key)
    }
  }

  clear(): void {
    for (const key of this.#entries.keys()) this.#drop(key)
  }

  #drop(key: string): void {
    const entry = this.#entries.get(key)
    if (entry === undefined) return
    entry.answer.isFresh = false
    this.#entries.delete(key)
    this.#bytes -= entry.answer.json.length
    for (const tag of entry.tags) {
      const keys = this.#byTag.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) this.#byTag.delete(tag)
    }
  }
}
