import {type RefObject, useEffect, useRef} from 'react'

/** Takes whoever has just brought a part of the page about to it, with their focus. */
export function useArrival(arrived: boolean): RefObject<HTMLDivElement | null> {
  const part = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!arrived) return
    part.current?.focus({preventScroll: true})
    part.current?.scrollIntoView({block: 'start'})
  }, [arrived])
  return part
}
