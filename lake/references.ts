import {type Json, type JsonObject, type LakeDocument} from './document.ts'
import {isObject} from './commit/mutation.ts'
import {onceEach} from './onceEach.ts'

export interface Reference {
  readonly target: string
  readonly weak: boolean
}

/** Every reference that a value holds, however deep; of a document, less those that the lake keeps in `_system`. */
export function referencesIn(value: Json | undefined): readonly Reference[] {
  if (typeof value !== 'object' || value === null) return []
  return collected(value)
}

const collected = onceEach((value: JsonObject | readonly Json[]): readonly Reference[] => {
  const found: Reference[] = []
  if (isObject(value)) {
    const {_system, ...fields} = value
    collect(fields, found)
  } else collect(value, found)
  return found
})

function collect(value: Json | undefined, found: Reference[]): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found)
    return
  }
  const fields = value as {readonly [key: string]: Json | undefined}
  if (typeof fields['_ref'] === 'string') {
    // GROQ follows a reference into another dataset as if it were ours; it just need not be there.
    const weak = fields['_weak'] === true || fields['_dataset'] !== undefined
    found.push({target: fields['_ref'], weak})
  }
  for (const item of Object.values(fields)) collect(item, found)
}

export function strongTargets(document: LakeDocument): ReadonlySet<string> {
  return new Set(referencesIn(document).flatMap(({target, weak}) => (weak ? [] : [target])))
}

/** References to drafts become what they asked for on publishing. Source: `_strengthenOnPublish` in @sanity/types. */
export function strengthenReferences(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((item: Json) => strengthenReferences(item) ?? null)
  if (!isObject(value)) return value
  const fields = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, strengthenReferences(item)]),
  ) as Record<string, Json | undefined>
  const wish = fields['_strengthenOnPublish']
  if (fields['_ref'] === undefined || wish === undefined) return fields
  delete fields['_strengthenOnPublish']
  if (!isObject(wish) || wish['weak'] !== true) delete fields['_weak']
  return fields
}
