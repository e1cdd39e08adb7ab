import {type Json, type JsonObject, type LakeDocument} from '../document.ts'
import {isSame} from './same.ts'
import {type Piece, piecesOf} from './stringPatch.ts'

/** A raw Mendoza patch: opcodes and their operands in one flat array. */
export type Patch = readonly Json[]

export interface Effects {
  readonly apply: Patch
  readonly revert: Patch
}

/** Opcodes by their number in the `mendoza` package, which decodes them and has no encoder. */
const op = {
  value: 0,
  pushFieldCopy: 10,
  pushFieldBlank: 11,
  pushElementCopy: 12,
  returnIntoObjectSameKeyPop: 15,
  returnIntoArrayPop: 16,
  objectSetFieldValue: 17,
  objectDeleteField: 19,
  arrayAppendValue: 20,
  arrayAppendSlice: 21,
  stringAppendString: 22,
  stringAppendSlice: 23,
} as const

/**
 * What a transaction did to a document, both ways. `_rev` is left out, as those who apply the patches strip it first.
 * Patches go as deep as they can, because the Studio credits whatever a patch writes to the author of its transaction.
 */
export function diffEffects(before: LakeDocument | null, after: LakeDocument | null): Effects {
  const left = withoutRevision(before)
  const right = withoutRevision(after)
  return {apply: documentPatch(left, right), revert: documentPatch(right, left)}
}

/** The same with nothing compared: each state in place of the other. */
export function wholeEffects(before: LakeDocument | null, after: LakeDocument | null): Effects {
  return {
    apply: [op.value, withoutRevision(after)],
    revert: [op.value, withoutRevision(before)],
  }
}

function withoutRevision(document: LakeDocument | null): JsonObject | null {
  if (document === null) return null
  const {_rev, ...content} = document
  return content
}

function documentPatch(left: JsonObject | null, right: JsonObject | null): Patch {
  return (left && right && objectPatch(left, right)) ?? [op.value, right]
}

/** Turns a copy of `left` into `right`; null where only the whole value will do. */
function objectPatch(left: JsonObject, right: JsonObject): Patch | null {
  // The decoder assigns fields one by one, and assigning this one would set a prototype instead.
  if (Object.hasOwn(left, '__proto__') || Object.hasOwn(right, '__proto__')) return null
  const leftKeys = keysOf(left)
  const places = new Map(leftKeys.map((key, index) => [key, index]))
  const deleted = leftKeys.flatMap((key, index) =>
    own(right, key) === undefined ? [op.objectDeleteField, index] : [],
  )
  const written = keysOf(right).flatMap((key) =>
    fieldPatch(key, places.get(key) ?? -1, own(left, key), right[key] as Json),
  )
  return [...deleted, ...written]
}

/** Mendoza counts fields in this order. */
function keysOf(value: JsonObject): string[] {
  return Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
}

function own(value: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined
}

function fieldPatch(key: string, index: number, left: Json | undefined, right: Json): Patch {
  if (left !== undefined && isSame(left, right)) return []
  const nested = left === undefined ? null : nestedPatch(left, right)
  if (nested === null) return [op.objectSetFieldValue, right, key]
  return [nested.push, index, ...nested.patch, op.returnIntoObjectSameKeyPop]
}

function nestedPatch(left: Json, right: Json): {push: number; patch: Patch} | null {
  if (typeof left === 'string' && typeof right === 'string') {
    const patch = stringPatch(left, right)
    return patch && {push: op.pushFieldBlank, patch}
  }
  if (isArray(left) && isArray(right)) {
    return left.length === 0 || right.length === 0
      ? null
      : {push: op.pushFieldBlank, patch: arrayPatch(left, right)}
  }
  if (isObject(left) && isObject(right)) {
    const patch = objectPatch(left, right)
    return patch && {push: op.pushFieldCopy, patch}
  }
  return null
}

/** Builds `right` from nothing, taking what it can from `left`: equal items in slices, keyed items by their key. */
function arrayPatch(left: readonly Json[], right: readonly Json[]): Patch {
  const source = indexOfItems(left)
  const patch: Json[] = []
  let sliceEnd = -1
  right.forEach((item, place) => {
    const equal = source.equalTo(item, sliceEnd, place)
    if (equal !== undefined && equal === sliceEnd) {
      patch[patch.length - 1] = ++sliceEnd
      return
    }
    sliceEnd = -1
    if (equal !== undefined) {
      sliceEnd = equal + 1
      patch.push(op.arrayAppendSlice, equal, sliceEnd)
      return
    }
    const keyed = source.keyedLike(item)
    const nested = keyed && objectPatch(keyed.item, item as JsonObject)
    if (keyed && nested)
      patch.push(op.pushElementCopy, keyed.index, ...nested, op.returnIntoArrayPop)
    else patch.push(op.arrayAppendValue, item)
  })
  return patch
}

function indexOfItems(items: readonly Json[]) {
  const byKey = new Map<string, {index: number; item: JsonObject}>()
  items.forEach((item, index) => {
    const key = keyOf(item)
    if (key !== null && !byKey.has(key)) byKey.set(key, {index, item: item as JsonObject})
  })
  let byText: ReadonlyMap<string, number> | null = null
  const keyedLike = (item: Json) => {
    const key = keyOf(item)
    return key === null ? null : (byKey.get(key) ?? null)
  }
  return {
    keyedLike,
    /** Where an equal item stands: where a slice goes on, in the same place, under the same key, or anywhere. */
    equalTo(item: Json, ...likely: readonly number[]): number | undefined {
      const found = likely.find((index) => isSame(items[index], item))
      if (found !== undefined) return found
      const keyed = keyedLike(item)
      if (keyed !== null) return isSame(keyed.item, item) ? keyed.index : undefined
      byText ??= new Map(items.map((each, index) => [stable(each), index] as const).reverse())
      return byText.get(stable(item))
    },
  }
}

function keyOf(item: Json): string | null {
  return isObject(item) && typeof item['_key'] === 'string' ? item['_key'] : null
}

function stringPatch(left: string, right: string): Patch | null {
  const pieces = piecesOf(left, right)
  return pieces && pieces.flatMap(stringOpcodes)
}

function stringOpcodes(piece: Piece): Patch {
  return 'written' in piece
    ? [op.stringAppendString, piece.written]
    : [op.stringAppendSlice, piece.from, piece.to]
}

/** The same text for values that differ only in the order of their fields. */
function stable(value: Json): string {
  return JSON.stringify(value, (_key, item: Json) =>
    isObject(item) ? Object.fromEntries(keysOf(item).map((key) => [key, item[key]])) : item,
  )
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
