/** `work` done once for each value, for as long as the value is in memory: nobody changes one in place. */
export function onceEach<Value extends object, Result>(
  work: (value: Value) => Result,
): (value: Value) => Result {
  const known = new WeakMap<Value, {readonly result: Result}>()
  return (value) => {
    const found = known.get(value) ?? {result: work(value)}
    known.set(value, found)
    return found.result
  }
}
