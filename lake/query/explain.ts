import {conjuncts, printed} from '../groq/printed.ts'
import {type Selection} from './selection.ts'
import {isTold} from './terms.ts'

/**
 * How documents were found: by their ids; by an index of a field, of words or of references that has few; by the index
 * made for lists like this one; by the one field that must have some value, one document after the other; by type; by
 * nothing; or counted without a look at any.
 */
export type Way = 'ids' | 'index' | 'list' | 'field' | 'type' | 'everything' | 'count'

/** One place of a query at which documents were looked up, with all that was done there. */
export interface Lookup {
  readonly way: Way
  /** What was looked for, the first time. */
  readonly by: string
  /** How often: once for each row, of a query within another. */
  readonly times: number
  /** How many documents the filter was put to. */
  readonly documents: number
  /** How many it let through; null where groq-js has put it. */
  readonly kept: number | null
  /** Parts of the filter that no index knows of: they are put to every document that the others leave over. */
  readonly notIndexed: readonly string[]
}

/** How a query was answered. */
export interface Explanation {
  readonly lookups: readonly Lookup[]
  /** How many different documents references led to. */
  readonly followed: number
  /**
   * How many documents had to be read from the file; the others were at hand. Null for readers from whom some are
   * hidden: it would tell them which words are in those.
   */
  readonly read: number | null
  /** How many documents there are to look at, whatever the query. */
  readonly stored: number
  readonly evaluatedBy: 'lake' | 'groq-js'
}

const mostLookups = 50
const longest = 500

type Noted = {-readonly [Key in keyof Lookup]: Lookup[Key]}

/** Notes what is looked up, for those who ask. */
export class LookupNotes {
  readonly #noted = new Map<string, Noted>()
  readonly #names = new Map<Selection, number>()

  get lookups(): readonly Lookup[] {
    return [...this.#noted.values()]
  }

  /** What to add documents to as the filter is put to them; null when there is enough to read already. */
  note(selection: Selection, way: Way, by: string): Noted | null {
    const name = this.#names.get(selection) ?? this.#names.size
    this.#names.set(selection, name)
    const key = `${way} ${name}`
    const known = this.#noted.get(key)
    if (known !== undefined) known.times += 1
    else if (this.#noted.size < mostLookups)
      this.#noted.set(key, {
        way,
        by: by.slice(0, longest),
        times: 1,
        documents: 0,
        kept: null,
        notIndexed: notIndexed(selection),
      })
    return this.#noted.get(key) ?? null
  }
}

function notIndexed({filters}: Selection): readonly string[] {
  return conjuncts(filters)
    .filter((filter) => !isTold(filter))
    .map((filter) => printed(filter).slice(0, longest))
}
