import {useCallback, useMemo, useState} from 'react'
import {type Ends, openedParts} from './opened.ts'

export interface Opened {
  /** Fields and documents that have been on screen as they read now. */
  readonly ids: readonly string[]
  readonly saw: (id: string, stamp: string, end: keyof Ends) => void
  readonly open: (id: string) => void
}

const neither: Ends = {start: false, end: false}

/** What the reviewer has had on screen. Words that change after that have not been. */
export function useOpened(stamps: ReadonlyMap<string, string>): Opened {
  const [ends, setEnds] = useState<ReadonlyMap<string, Ends>>(new Map())
  const saw = useCallback((id: string, stamp: string, end: keyof Ends) => {
    setEnds((before) => {
      const key = keyOf(id, stamp)
      const seen = before.get(key) ?? neither
      return seen[end] ? before : new Map(before).set(key, {...seen, [end]: true})
    })
  }, [])
  const open = useCallback(
    (id: string) => {
      const stamp = stamps.get(id)
      if (stamp === undefined) return
      saw(id, stamp, 'start')
      saw(id, stamp, 'end')
    },
    [stamps, saw],
  )
  const ids = useMemo(() => {
    const whole = openedParts(ends)
    return [...stamps].filter(([id, stamp]) => whole.includes(keyOf(id, stamp))).map(([id]) => id)
  }, [ends, stamps])
  return {ids, saw, open}
}

function keyOf(id: string, stamp: string): string {
  return `${stamp} ${id}`
}
