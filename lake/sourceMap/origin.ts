import {type LakeDocument} from '../document.ts'

/** A step into a value: a field, or an item of a list with its `_key` where it has one. */
export type Step = string | {readonly index: number; readonly key: string | null}

/** Where a value of a result came from. */
export type Origin =
  /** What stands in this document at this path; all that is inside it came along. */
  | {readonly kind: 'stored'; readonly document: LakeDocument; readonly path: readonly Step[]}
  /** A list whose items are whole documents. */
  | {readonly kind: 'documents'}
  /** A list or an object that the query made, part by part. */
  | {readonly kind: 'list'; readonly items: readonly Origin[]}
  | {readonly kind: 'record'; readonly fields: ReadonlyMap<string, Origin>}
  /** What the query itself says, and what it worked out of several values. */
  | {readonly kind: 'literal'}
  | {readonly kind: 'unknown'}

/** A value, as whoever evaluates the query has it, that remembers where it came from. */
export interface Traced {
  readonly value: unknown
  readonly origin: Origin
}

export const unknown: Origin = {kind: 'unknown'}
export const literal: Origin = {kind: 'literal'}
export const nothing: Traced = {value: null, origin: unknown}

export function storedDocument(document: LakeDocument): Traced {
  return {value: document, origin: {kind: 'stored', document, path: []}}
}

/** What was found of whole documents: a list of them, one, or none. */
export function documentsIn(found: unknown): Traced {
  if (Array.isArray(found)) return {value: found, origin: {kind: 'documents'}}
  return isObject(found) ? storedDocument(found as LakeDocument) : nothing
}

/** A field of an object; `nothing` of anything else. */
export function fieldOf({value, origin}: Traced, name: string): Traced {
  if (!isObject(value) || !Object.hasOwn(value, name)) return nothing
  return {value: value[name] ?? null, origin: originOfField(origin, name)}
}

/** The items of a list, or null of anything else. */
export function itemsOf({value, origin}: Traced): readonly Traced[] | null {
  if (!Array.isArray(value)) return null
  return value.map((item: unknown, index) => ({
    value: item,
    origin: originOfItem(origin, item, index),
  }))
}

export function listOf(items: readonly Traced[]): Traced {
  return {
    value: items.map(({value}) => value),
    origin: {kind: 'list', items: items.map(({origin}) => origin)},
  }
}

export function recordOf(fields: ReadonlyMap<string, Traced>): Traced {
  return {
    value: Object.fromEntries([...fields].map(([name, {value}]) => [name, value])),
    origin: {kind: 'record', fields: new Map([...fields].map(([name, of]) => [name, of.origin]))},
  }
}

/** Every field of an object, none of anything else. */
export function fieldsOf(of: Traced): ReadonlyMap<string, Traced> {
  if (!isObject(of.value)) return new Map()
  return new Map(Object.keys(of.value).map((name) => [name, fieldOf(of, name)]))
}

export function originOfField(origin: Origin, name: string): Origin {
  if (origin.kind === 'stored') return {...origin, path: [...origin.path, name]}
  if (origin.kind === 'record') return origin.fields.get(name) ?? unknown
  return origin.kind === 'literal' ? literal : unknown
}

export function originOfItem(origin: Origin, item: unknown, index: number): Origin {
  if (origin.kind === 'documents') return storedDocument(item as LakeDocument).origin
  if (origin.kind === 'list') return origin.items[index] ?? unknown
  if (origin.kind !== 'stored') return origin.kind === 'literal' ? literal : unknown
  const key = isObject(item) && typeof item['_key'] === 'string' ? item['_key'] : null
  return {...origin, path: [...origin.path, {index, key}]}
}

/** True for GROQ's objects: not for lists, and not for dates and paths, which groq-js has classes for. */
export function isObject(value: unknown): value is {readonly [name: string]: unknown} {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return !('toJSON' in value && typeof value.toJSON === 'function')
}
