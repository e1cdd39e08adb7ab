/** GROQ's values as plain JavaScript, compared as groq-js does. Paths are left to groq-js. */
export type GroqObject = {readonly [name: string]: unknown}

export type GroqType = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object' | 'bigint'

export function typeOf(value: unknown): GroqType {
  if (value === null || value === undefined) return 'null'
  return Array.isArray(value) ? 'array' : (typeof value as GroqType)
}

export function isGroqObject(value: unknown): value is GroqObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isEqual(a: unknown, b: unknown): boolean {
  const [left, right] = [a ?? null, b ?? null]
  return left === right && (left === null || typeof left !== 'object')
}

/** No value is the same as this one: lists, objects and moments are each their own, and so is nothing. */
export function isItsOwn(value: unknown): boolean {
  return value === null || typeof value === 'object' || typeof value === 'bigint'
}

/** Below, at or above zero; null for what has no order. */
export function compare(a: unknown, b: unknown): number | null {
  const type = typeOf(a)
  if (type !== typeOf(b)) return null
  if (type === 'number' || type === 'boolean' || type === 'bigint') return Number(a) - Number(b)
  if (type !== 'string') return null
  return (a as string) < (b as string) ? -1 : Number((a as string) > (b as string))
}

const typeOrder = {bigint: 1, number: 2, string: 3, boolean: 4, null: 100, array: 100, object: 100}

/** As `order()` puts values of any types. */
export function totalCompare(a: unknown, b: unknown): number {
  const difference = typeOrder[typeOf(a)] - typeOrder[typeOf(b)]
  return difference === 0 ? (compare(a, b) ?? 0) : difference
}

/** As `order()` puts them, by the keys of each: up by those whose sign is 1, down by those whose sign is -1. */
export function inOrder<Item>(
  items: readonly Item[],
  signs: readonly number[],
  keysOf: (item: Item) => readonly unknown[],
): readonly Item[] {
  return items
    .map((item) => ({item, keys: keysOf(item)}))
    .sort((a, b) => {
      for (const [index, sign] of signs.entries()) {
        const difference = sign * totalCompare(a.keys[index], b.keys[index])
        if (difference !== 0) return difference
      }
      return 0
    })
    .map(({item}) => item)
}

/** Numbers without end are nothing. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
