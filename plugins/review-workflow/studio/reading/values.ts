export interface Fields {
  readonly [field: string]: unknown
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function typeOf(value: unknown): string | null {
  return isFields(value) ? textOf(value['_type']) : null
}

export function keyOf(value: unknown): string | null {
  return isFields(value) ? textOf(value['_key']) : null
}

export function refOf(value: unknown): string | null {
  return isFields(value) ? textOf(value['_ref']) : null
}

/** Equal as JSON: fields in any order, `undefined` as not there. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]))
  }
  if (!isFields(one) || !isFields(other)) return false
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((field) =>
    isSame(one[field], other[field]),
  )
}

/** What the lake stamps on a document says when and how, never what. */
const stamped = ['_id', '_type', '_rev', '_createdAt', '_updatedAt', '_system']

/** The top-level fields that a digest covers. */
export function wordFields(document: unknown): readonly string[] {
  if (!isFields(document)) return []
  return Object.keys(document).filter(
    (field) => !stamped.includes(field) && document[field] !== undefined,
  )
}
