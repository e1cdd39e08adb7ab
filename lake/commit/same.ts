import {type Json, type JsonObject} from '../document.ts'

/** True for values that say the same: fields in another order, or there without a value, make no difference. */
export function isSame(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true
  if (typeof left !== 'object' || left === null) return false
  if (typeof right !== 'object' || right === null) return false
  if (!isArray(left) && !isArray(right)) return isSameObject(left, right)
  return (
    isArray(left) &&
    isArray(right) &&
    left.length === right.length &&
    left.every((item, index) => isSame(item, right[index]))
  )
}

function isSameObject(left: JsonObject, right: JsonObject): boolean {
  let more = 0
  for (const key in left) {
    if (left[key] === undefined) continue
    if (!Object.hasOwn(right, key) || !isSame(left[key], right[key])) return false
    more += 1
  }
  for (const key in right) if (right[key] !== undefined) more -= 1
  return more === 0
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
