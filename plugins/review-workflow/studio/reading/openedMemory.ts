/** Where a browser keeps things for as long as its window is open; `null` where it refuses to. */
export type Memory = Pick<Storage, 'getItem' | 'setItem'> | null

/** What one person has had on screen of one page. */
export function memoryKey(reader: string, documentId: string): string {
  return `review.opened ${reader} ${documentId}`
}

/** Parts that were on screen before. What nobody can read is nothing. */
export function recall(memory: Memory, key: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(memory?.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((part) => typeof part === 'string') : []
  } catch {
    return []
  }
}

/** Keeps them while there is room: without it a reader is only asked to look again. */
export function keep(memory: Memory, key: string, parts: readonly string[]): void {
  try {
    memory?.setItem(key, JSON.stringify(parts))
  } catch {
    return
  }
}

export function browserMemory(): Memory {
  try {
    return window.sessionStorage
  } catch {
    return null
  }
}
