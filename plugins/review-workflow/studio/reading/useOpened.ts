import {useCallback, useEffect, useMemo, useState} from 'react'
import {type Ends, openedParts} from './opened.ts'
import {browserMemory, keep, recall} from './openedMemory.ts'

export interface Opened {
  /** Fields and documents that have been on screen as they read now. */
  readonly ids: readonly string[]
  readonly saw: (id: string, stamp: string, end: keyof Ends) => void
  readonly open: (id: string) => void
}

const neither: Ends = {start: false, end: false}
const both: Ends = {start: true, end: true}

/** What the reviewer has had on screen, now or before in this window. Words that change after that have not been. */
export function useOpened(stamps: ReadonlyMap<string, string>, key: string): Opened {
  const [ends, setEnds] = useState<ReadonlyMap<string, Ends>>(
    () => new Map(recall(browserMemory(), key).map((part) => [part, both])),
  )
  const whole = useMemo(() => openedParts(ends), [ends])
  useEffect(() => keep(browserMemory(), key, whole), [key, whole])
  const saw = useCallback((id: string, stamp: string, end: keyof Ends) => {
    setEnds((before) => {
      const part = partOf(id, stamp)
      const seen = before.get(part) ?? neither
      return seen[end] ? before : new Map(before).set(part, {...seen, [end]: true})
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
  const ids = useMemo(
    () => [...stamps].filter(([id, stamp]) => whole.includes(partOf(id, stamp))).map(([id]) => id),
    [whole, stamps],
  )
  return {ids, saw, open}
}

function partOf(id: string, stamp: string): string {
  return `${stamp} ${id}`
}
