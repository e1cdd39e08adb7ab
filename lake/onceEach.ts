interface Known<Key, Result> {
  get(key: Key): {readonly result: Result} | undefined
  set(key: Key, kept: {readonly result: Result}): unknown
}

/** `work` done once for each value, for as long as the value is in memory: nobody changes one in place. */
export function onceEach<Value extends object, Result>(
  work: (value: Value) => Result,
): (value: Value) => Result {
  return onceIn(new WeakMap<Value, {readonly result: Result}>(), work)
}

/** `read` done once for each key, for as long as whoever asks holds on to this. */
export function onceByKey<Key, Result>(read: (key: Key) => Result): (key: Key) => Result {
  return onceIn(new Map<Key, {readonly result: Result}>(), read)
}

function onceIn<Key, Result>(
  known: Known<Key, Result>,
  work: (key: Key) => Result,
): (key: Key) => Result {
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found.result
    const result = work(key)
    known.set(key, {result})
    return result
  }
}
