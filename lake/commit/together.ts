import {type Store} from '../store/store.ts'

interface Waiting {
  readonly work: () => unknown
  readonly succeed: (value: never) => void
  readonly reject: (reason: unknown) => void
}

/** Has transactions that come in at the same time share one write to the disk; `told` hears of it when it is there. */
export type Together = <T>(work: () => T, told: (value: T) => void) => Promise<T>

/** The first does not wait for ever until the last is done. */
const longestMs = 20

/**
 * Each is whole or not at all by itself, in order. Nobody is told of success before all of it is on the disk; what
 * fails there fails for all of them.
 */
export function togetherOn(store: Pick<Store, 'transaction' | 'isWithin'>): Together {
  const waiting: Waiting[] = []

  function write(): void {
    const taken: Waiting[] = []
    try {
      const outcomes = store.transaction(() => {
        const found: (() => void)[] = []
        const end = performance.now() + longestMs
        do {
          const next = waiting.shift()
          if (next === undefined) break
          taken.push(next)
          found.push(outcomeOf(next))
        } while (performance.now() < end)
        return found
      })
      for (const settle of outcomes) settle()
    } catch (error) {
      // Without a transaction there is nothing to begin with for anybody.
      for (const {reject} of taken.length > 0 ? taken : waiting.splice(0)) reject(error)
    }
    if (waiting.length > 0) setImmediate(write)
  }

  function outcomeOf({work, succeed, reject}: Waiting): () => void {
    try {
      const value = work()
      return () => succeed(value as never)
    } catch (error) {
      // Not only its own part was undone.
      if (!store.isWithin()) throw error
      return () => reject(error)
    }
  }

  return <T>(work: () => T, told: (value: T) => void) =>
    new Promise<T>((resolve, reject) => {
      const succeed = (value: T) => {
        told(value)
        resolve(value)
      }
      waiting.push({work, succeed, reject})
      if (waiting.length === 1) setImmediate(write)
    })
}
