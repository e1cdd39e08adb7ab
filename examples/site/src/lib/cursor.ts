/** Where a list goes on, out of the address of a page: what of `first` the address names, and the rest as it begins. */
export function cursorIn<Cursor extends Readonly<Record<string, string | number>>>(
  {searchParams}: URL,
  first: Cursor,
): Cursor {
  const entries = Object.entries(first).map(([name, value]) => {
    const given = searchParams.get(name)
    if (given === null) return [name, value]
    if (typeof value === 'string') return [name, given]
    return [name, Number.isFinite(Number(given)) ? Number(given) : value]
  })
  return Object.fromEntries(entries) as Cursor
}

/** The address of the next page of a list; null after the last one. */
export function nextAddress(
  {pathname, searchParams}: URL,
  next: Readonly<Record<string, string | number>> | null,
): string | null {
  if (next === null) return null
  const words = searchParams.get('q')
  const params = new URLSearchParams(words === null ? {} : {q: words})
  for (const [name, value] of Object.entries(next)) params.set(name, String(value))
  return `${pathname}?${params}`
}
