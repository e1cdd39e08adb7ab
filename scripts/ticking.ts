import {type Lake} from '../lake/lake.ts'

/** How late at most something happens that is due at a certain moment. */
export const tickEveryMs = 15_000

/** Does what is due now, and from then on what comes due. Returns how to stop. A tick ends before the next can begin. */
export function keepTime(lake: Pick<Lake, 'tick'>): () => void {
  const tick = () => {
    try {
      lake.tick()
    } catch (error) {
      console.error('the clock failed', error)
    }
  }
  tick()
  const timer = setInterval(tick, tickEveryMs)
  timer.unref()
  return () => clearInterval(timer)
}
