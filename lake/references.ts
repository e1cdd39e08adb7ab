import {type Json, type LakeDocument} from './document.ts'

export interface Reference {
  readonly target: string
  readonly weak: boolean
}

/** Every reference that a value holds, however deep. */
export function referencesIn(value: Json | undefined): readonly Reference[] {
  const found: Reference[] = []
  collect(value, found)
  return found
}

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
