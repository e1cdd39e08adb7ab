import {type RefObject, useEffect, useRef} from 'react'

/** Takes whoever has just brought a part of the page about to it, with their focus. */
export function useArrival(arrived: boolean): RefObject<HTMLDivElement | null> {
  const part = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!arrived) return
    part.current?.focus({preventScroll: true})
    // By its heading: a part that is taller than the window would show its end.
    part.current?.querySelector('h2')?.scrollIntoView({block: 'nearest'})
  }, [arrived])
  return part
}
