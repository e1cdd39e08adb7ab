/** However busy the page is, nobody waits longer, in milliseconds. */
const atMost = 3000

/** Does something once the page has nothing else to do; what it returns calls that off. */
export function whenIdle(work: () => void): () => void {
  // Safari has no such callback.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, 200)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(work, {timeout: atMost})
  return () => cancelIdleCallback(handle)
}
