/** Something that changes by itself, listened to once however many look at it. */
export interface Source<Value> {
  readonly subscribe: (listener: () => void) => () => void
  readonly current: () => Value
}

/** `start` runs with the first who looks, and what it returns with the last who stops. */
export function source<Value>(
  initial: Value,
  start: (show: (value: Value) => void) => () => void,
): Source<Value> {
  const listeners = new Set<() => void>()
  let value = initial
  let stop: (() => void) | null = null

  function show(next: Value): void {
    value = next
    for (const listener of listeners) listener()
  }

  return {
    current: () => value,
    subscribe: (listener) => {
      listeners.add(listener)
      stop ??= start(show)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stop?.()
        stop = null
      }
    },
  }
}
