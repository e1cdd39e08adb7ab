import {setImmediate} from 'node:timers/promises'
import {type Lake} from '../lake/lake.ts'

/** How late at most something happens that is due at a certain moment. */
export const tickEveryMs = 15_000

/** Does what is due now, and from then on what comes due. Returns how to stop. A tick ends before the next can begin. */
export function keepTime(lake: Pick<Lake, 'ticking'>): () => void {
  let timer: NodeJS.Timeout | null = null
  let isStopped = false
  const tick = async () => {
    try {
      for (const outcome of lake.ticking()) {
        if (outcome === null) await setImmediate()
        if (isStopped) return
      }
    } catch (error) {
      console.error('the clock failed', error)
    }
    timer = setTimeout(() => void tick(), tickEveryMs)
    timer.unref()
  }
  void tick()
  return () => {
    isStopped = true
    if (timer !== null) clearTimeout(timer)
  }
}
