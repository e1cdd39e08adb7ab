import {type JsonObject} from '../document.ts'
import {isObject} from './mutation.ts'
import {places} from './patchOperators.ts'

/** One operation at one path: what a patch may do is looked at in between. */
export interface Step {
  readonly path: string
  readonly patch: JsonObject
}

/** As @sanity/mutator takes them, whatever order they are written in. */
const byPath = ['setIfMissing', 'set'] as const
const afterUnset = ['diffMatchPatch', 'inc', 'dec'] as const

/** The operations of a patch in the order in which they are applied. */
export function stepsOf(patch: JsonObject): readonly Step[] {
  const each = (operator: string): readonly Step[] => {
    const operand = patch[operator]
    if (!isObject(operand)) return []
    return Object.entries(operand).map(([path, value]) => ({
      path,
      patch: {[operator]: {[path]: value}},
    }))
  }
  const unset = Array.isArray(patch['unset']) ? patch['unset'] : []
  const {insert} = patch
  const place = isObject(insert) ? places.find((name) => insert[name] !== undefined) : undefined
  return [
    ...byPath.flatMap(each),
    ...unset.map((path) => ({path: String(path), patch: {unset: [path]}})),
    ...afterUnset.flatMap(each),
    ...(isObject(insert) && place !== undefined
      ? [{path: String(insert[place]), patch: {insert}}]
      : []),
  ]
}
