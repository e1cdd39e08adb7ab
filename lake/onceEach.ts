/** `work` done once for each value, for as long as the value is in memory: nobody changes one in place. */
export function onceEach<Value extends object, Result>(
  work: (value: Value) => Result,
): (value: Value) => Result {
  const known = new WeakMap<Value, {readonly result: Result}>()
  return (value) => {
    const found = known.get(value)
    if (found !== undefined) return found.result
    const result = work(value)
    known.set(value, {result})
    return result
  }
}

/** `read` done once for each key, for as long as whoever asks holds on to this. */
export function onceByKey<Key, Result>(read: (key: Key) => Result): (key: Key) => Result {
  const known = new Map<Key, {readonly result: Result}>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found.result
    const result = read(key)
    known.set(key, {result})
    return result
  }
}
