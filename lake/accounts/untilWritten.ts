/** Anything that counts what has been written so far. */
interface Written {
  changes(): number
}

/** Reads each key once for as long as nothing at all is written. What is not there is looked for again. */
export function untilWritten<Key, Value>(
  {changes}: Written,
  read: (key: Key) => Value | null,
): (key: Key) => Value | null {
  const known = new Map<Key, Value>()
  let seen = changes()
  return (key) => {
    const now = changes()
    if (now !== seen) known.clear()
    seen = now
    const found = known.get(key) ?? read(key)
    if (found !== null) known.set(key, found)
    return found
  }
}
