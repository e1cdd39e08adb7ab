import {useSyncExternalStore} from 'react'

let printing = false
const listeners = new Set<() => void>()

function show(next: boolean): void {
  printing = next
  for (const listener of listeners) listener()
}

/** Prints once everything that shows on paper alone is there. */
export function print(): void {
  show(true)
  setTimeout(() => window.print())
}

/**
 * True from the moment at which the browser is about to print until it has. It takes its picture right after its
 * event: a store's change is on the page by then, a state's would not be.
 */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => printing)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  const before = () => show(true)
  const after = () => show(false)
  window.addEventListener('beforeprint', before)
  window.addEventListener('afterprint', after)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('beforeprint', before)
    window.removeEventListener('afterprint', after)
  }
}
