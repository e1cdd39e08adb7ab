const kept = new Map<string, unknown>()

/** What was typed in a dialog and not sent yet, for as long as the Studio stands open in this tab. */
export const keptTyping = {
  get<Value>(key: string, initial: Value): Value {
    // Only what `keep` put there under the same key.
    return kept.has(key) ? (kept.get(key) as Value) : initial
  },
  keep(key: string, value: unknown): void {
    kept.set(key, value)
  },
  forget(key: string): void {
    kept.delete(key)
  },
}
