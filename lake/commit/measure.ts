/**
 * How long values are as JSON, at least: without what is escaped. Each object is measured once, so that one which
 * stands in many places is counted there without being written out.
 */
export function measure(): (value: unknown) => number {
  const known = new Map<object, number>()
  const lengthOf = (value: unknown): number => {
    if (typeof value === 'string') return value.length + 2
    if (typeof value !== 'object' || value === null) return 1
    const before = known.get(value)
    if (before !== undefined) return before
    const length = Array.isArray(value)
      ? value.reduce<number>((sum, item) => sum + lengthOf(item), value.length + 1)
      : Object.entries(value).reduce(
          (sum, [name, item]) => sum + name.length + 4 + lengthOf(item),
          1,
        )
    known.set(value, length)
    return length
  }
  return lengthOf
}
