import {anything, indexValue, type IndexValue, isCut} from '../index/leaves.ts'
import {wantedWords} from '../index/words.ts'
import {type Selection} from './selection.ts'
import {type Comparison, type Term} from './terms.ts'

/** Values from `low` to `high`, as an index orders them. */
export interface Range {
  readonly low: IndexValue
  readonly high: IndexValue
  readonly withLow: boolean
  readonly withHigh: boolean
}

export interface Equal {
  readonly path: string
  /** One of these. */
  readonly values: readonly IndexValue[]
}

/** What documents must be for a filter to let them through. All of it must hold; null says nothing. */
export interface Wanted {
  readonly ids: readonly string[] | null
  readonly types: readonly string[] | null
  readonly bases: readonly string[] | null
  readonly releases: readonly string[] | null
  readonly equals: readonly Equal[]
  readonly ranges: ReadonlyMap<string, Range>
  /** Paths that something must be at. */
  readonly defined: readonly string[]
  readonly references: readonly (readonly string[])[]
  readonly words: readonly {readonly word: string; readonly isStart: boolean}[]
  /** Some branch of each. */
  readonly either: readonly (readonly Wanted[])[]
  /** Nothing was left out of the terms. */
  readonly isExact: boolean
}

type Operand = (index: number) => unknown

export function wantedBy({terms, isExact}: Selection, operand: Operand): Wanted {
  const wanted = gathered(terms, operand)
  return {...wanted, isExact: isExact && wanted.isExact}
}

function gathered(terms: readonly Term[], operand: Operand): Wanted {
  const strings: Record<'_id' | '_type' | 'base' | 'release', string[] | null> = {
    _id: null,
    _type: null,
    base: null,
    release: null,
  }
  const equals: Equal[] = []
  const ranges = new Map<string, Range>()
  const defined: string[] = []
  const references: string[][] = []
  const words: {word: string; isStart: boolean}[] = []
  const either: (readonly Wanted[])[] = []
  let isExact = true
  for (const term of terms) {
    if (term.on === 'either') {
      either.push(term.branches.map((branch) => gathered(branch, operand)))
      isExact = false
      continue
    }
    if (term.on === 'defined') {
      defined.push(term.path)
      continue
    }
    const value = operand(term.value)
    switch (term.on) {
      case '_id':
      case '_type':
      case 'base':
      case 'release': {
        const found = stringsIn(value)
        const before = strings[term.on]
        strings[term.on] = before === null ? found : before.filter((each) => found.includes(each))
        break
      }
      case 'path': {
        const values = equalValues(value, term)
        if (values === null) isExact = false
        else equals.push({path: term.path, values})
        if (term.path.includes('[]')) isExact = false
        if (typeof value === 'string' && isCut(value)) isExact = false
        if (term.isOneOf && stringsIn(value).some(isCut)) isExact = false
        break
      }
      case 'range': {
        const range = rangeOf(term.by, value, term.path !== '_id')
        if (range === null) isExact = false
        else ranges.set(term.path, narrowed(ranges.get(term.path), range))
        if (typeof value === 'string' && isCut(value)) isExact = false
        break
      }
      case 'references':
        references.push(stringsIn(value))
        break
      case 'words':
        isExact = false
        for (const pattern of stringsIn(value)) words.push(...wantedWords(pattern))
    }
  }
  return {
    ids: strings._id,
    types: strings._type,
    bases: strings.base,
    releases: strings.release,
    equals,
    ranges,
    defined,
    references,
    words,
    either,
    isExact,
  }
}

export function stringsIn(value: unknown): string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value.flat(Infinity) : [value]
  return [...new Set(values.filter((each) => typeof each === 'string'))]
}

/** Null where what is compared with may equal what the index does not keep. */
function equalValues(
  value: unknown,
  {path, isOneOf}: Extract<Term, {on: 'path'}>,
): readonly IndexValue[] | null {
  const given: readonly unknown[] = isOneOf && Array.isArray(value) ? value : [value]
  const values = given.map(indexValue)
  if (!values.every((each) => each !== null)) return null
  return path.includes('[]') ? [...values, anything] : values
}

/** Numbers come before texts, and texts before bytes. */
const lowestText = ''
const highestText = new Uint8Array()

function rangeOf(by: Comparison, value: unknown, isKeptCut: boolean): Range | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const bound = isKeptCut ? (indexValue(value) as string | number) : value
  const withBound = by.endsWith('=') || (isKeptCut && typeof value === 'string' && isCut(value))
  const isText = typeof value === 'string'
  return by.startsWith('>')
    ? {low: bound, withLow: withBound, high: isText ? highestText : lowestText, withHigh: false}
    : {high: bound, withHigh: withBound, low: isText ? lowestText : -Infinity, withLow: true}
}

function narrowed(one: Range | undefined, other: Range): Range {
  if (one === undefined) return other
  const low = compareIndexed(one.low, other.low)
  const high = compareIndexed(one.high, other.high)
  return {
    low: low >= 0 ? one.low : other.low,
    withLow: low === 0 ? one.withLow && other.withLow : low > 0 ? one.withLow : other.withLow,
    high: high <= 0 ? one.high : other.high,
    withHigh:
      high === 0 ? one.withHigh && other.withHigh : high < 0 ? one.withHigh : other.withHigh,
  }
}

/** The range that a path must be in whatever branch of an either is met: cursors of lists are written so. */
export function rangeIn({ranges, either}: Wanted, path: string): Range | null {
  const implied = either.flatMap((branches) => {
    const found = branches.map((branch) => rangeIn(branch, path) ?? pointIn(branch, path))
    const [first, ...rest] = found
    if (first === undefined || first === null || !rest.every((range) => range !== null)) return []
    return [rest.reduce(widened, first)]
  })
  return [ranges.get(path), ...implied].reduce<Range | null>(
    (sum, range) => (range === undefined ? sum : narrowed(sum ?? undefined, range)),
    null,
  )
}

function pointIn({equals}: Wanted, path: string): Range | null {
  const [value, ...others] = equals.find((equal) => equal.path === path)?.values ?? []
  if (value === undefined || others.length > 0) return null
  return {low: value, high: value, withLow: true, withHigh: true}
}

function widened(one: Range, other: Range): Range {
  const low = compareIndexed(one.low, other.low)
  const high = compareIndexed(one.high, other.high)
  return {
    low: low <= 0 ? one.low : other.low,
    withLow: low === 0 ? one.withLow || other.withLow : low < 0 ? one.withLow : other.withLow,
    high: high >= 0 ? one.high : other.high,
    withHigh:
      high === 0 ? one.withHigh || other.withHigh : high > 0 ? one.withHigh : other.withHigh,
  }
}

export function compareIndexed(a: IndexValue, b: IndexValue): number {
  const difference = rankOf(a) - rankOf(b)
  if (difference !== 0) return difference
  if (typeof a === 'object' && typeof b === 'object') return Buffer.compare(a, b)
  return a < b ? -1 : Number(a > b)
}

function rankOf(value: IndexValue): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2
}
