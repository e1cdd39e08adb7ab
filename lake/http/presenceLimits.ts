/** What one Studio tab may send and keep: it announces itself a few times a minute. */
export const presenceLimits = {
  /** Messages at once, and how many more each second. */
  burst: 100,
  perSecond: 10,
  /** Characters of one message. */
  longest: 16_384,
  /** Open tabs of one account, in all datasets. */
  perAccount: 100,
  /** Bytes that a peer may fall behind. */
  behind: 1_000_000,
} as const

/** Counts what somebody may do: so much at once, and a little more each second. True while there is some left. */
export function createAllowance(
  {burst, perSecond}: {readonly burst: number; readonly perSecond: number},
  now: () => number = Date.now,
): () => boolean {
  let left: number = burst
  let at = now()
  return () => {
    const time = now()
    left = Math.min(burst, left + ((time - at) / 1000) * perSecond)
    at = time
    if (left < 1) return false
    left -= 1
    return true
  }
}
