import {type Json, type JsonObject, type LakeDocument} from '../document.ts'

/**
 * A value as the index keeps it. SQLite orders numbers before texts before bytes, as GROQ orders numbers before texts
 * before booleans, which are bytes here.
 */
export type IndexValue = number | string | Uint8Array

export interface Leaf {
  /** Names by dots; `[]` stands for every item of a list. */
  readonly path: string
  readonly value: IndexValue
}

/** Longer texts are kept by their beginning. */
export const longestText = 64
const deepest = 5
const mostOfList = 200
const mostLeaves = 1000

/** Stands at the path of a list whose items are too many, and at the empty path of a document that has too much of all. */
export const anything = Uint8Array.of(4)
/** Stands for lists and objects, which order as what is not there does. */
export const nothing = Uint8Array.of(2)
export const booleans = {false: Uint8Array.of(0), true: Uint8Array.of(1)} as const

/** The scalar values of a document, as far as lookups go by them, each once, and where it has lists and objects. */
export function leavesOf(document: LakeDocument): readonly Leaf[] {
  const {_id, _type, _rev, ...fields} = document
  const lists = new Map<string, number>()
  const leaves = new Map<string, Leaf>()
  const add = (path: string, value: Json | undefined, isInList: boolean): void => {
    const leaf = indexValue(value)
    if (leaf === null) return
    if (isInList) {
      const size = (lists.get(path) ?? 0) + 1
      lists.set(path, size)
      if (size > mostOfList) leaves.set(nameOf({path, value: anything}), {path, value: anything})
      if (size > mostOfList) return
    }
    leaves.set(nameOf({path, value: leaf}), {path, value: leaf})
  }
  const visit = (object: JsonObject, prefix: string, depth: number, isInList: boolean): void => {
    for (const name in object) {
      const value = object[name]
      if (!isIndexedName(name, depth)) continue
      const path = prefix === '' ? name : `${prefix}.${name}`
      if (!isInList && typeof value === 'object' && value !== null)
        leaves.set(`${path} nothing`, {path, value: nothing})
      if (Array.isArray(value)) {
        if (!isInList) value.forEach((item: Json) => visitItem(item, `${path}[]`, depth + 1))
      } else if (typeof value === 'object' && value !== null) {
        if (depth < deepest) visit(value as JsonObject, path, depth + 1, isInList)
      } else add(path, value, isInList)
    }
  }
  const visitItem = (item: Json, path: string, depth: number): void => {
    if (typeof item !== 'object' || item === null) add(path, item, true)
    else if (!Array.isArray(item) && depth <= deepest) visit(item as JsonObject, path, depth, true)
  }
  visit(fields, '', 1, false)
  return leaves.size > mostLeaves ? [{path: '', value: anything}] : [...leaves.values()]
}

/** Its own for each: paths and texts may have any characters. */
export function nameOf({path, value}: Leaf): string {
  return `${path.length} ${path} ${typeof value} ${String(value)}`
}

/** True for paths that `leavesOf` finds the values of. */
export function isIndexedPath(path: string): boolean {
  const names = path.replaceAll('[]', '').split('.')
  if (names.length > deepest || path.indexOf('[]') !== path.lastIndexOf('[]')) return false
  return names.every((name, index) => isIndexedName(name, index + 1))
}

const systemNames: ReadonlySet<string> = new Set([
  ...['_ref', '_createdAt', '_updatedAt', '_system'],
  '_score',
])

function isIndexedName(name: string, depth: number): boolean {
  if (name.startsWith('_') && (!systemNames.has(name) || (depth > 1 && name !== '_ref')))
    return false
  return name !== '' && !/[.[\]]/.test(name)
}

/** What a scalar is kept as; null for what is not kept. */
export function indexValue(value: unknown): IndexValue | null {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return booleans[`${value}`]
  return typeof value === 'string' ? indexText(value) : null
}

/** Orders by bytes as the text itself orders in JavaScript, by units of UTF-16. */
export function indexText(text: string): string {
  const start = text.length > longestText ? text.slice(0, longestText) : text
  if (!/[\uD800-\uFFFF]/.test(start)) return start
  return start.replace(/[\uD800-\uFFFF]/g, (unit) => {
    const code = unit.charCodeAt(0)
    return code < 0xe000 ? `\uE000${String.fromCharCode(code - 0xd800 + 32)}` : `\uE001${unit}`
  })
}

/**
 * The same in small letters. What is no text has none; and a sigma is written by what comes after it, which the index
 * may not have.
 */
export function lowerIndexValue(value: IndexValue): IndexValue {
  if (typeof value !== 'string') return nothing
  const text = value.replace(/\uE000([^])|\uE001([^])/g, (_, surrogate?: string, other?: string) =>
    surrogate === undefined
      ? (other ?? '')
      : String.fromCharCode(surrogate.charCodeAt(0) - 32 + 0xd800),
  )
  return text.includes('\u03A3') ? anything : indexText(text.toLowerCase())
}

/** True when the index does not tell this text from a longer one. */
export function isCut(text: string): boolean {
  return text.length >= longestText
}
