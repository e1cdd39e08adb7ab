import {type ReactNode, useCallback} from 'react'
import {type Ends} from './opened.ts'

type Saw = (id: string, stamp: string, end: keyof Ends) => void

/** Notes when both ends of a part have been on screen. */
export function Seen({
  id,
  stamp,
  saw,
  children,
}: {
  readonly id: string
  /** Of what it says: another text is another part. */
  readonly stamp: string
  readonly saw: Saw
  readonly children: ReactNode
}) {
  return (
    <div key={stamp} data-seen={id}>
      <Sentinel id={id} stamp={stamp} end="start" saw={saw} />
      {children}
      <Sentinel id={id} stamp={stamp} end="end" saw={saw} />
    </div>
  )
}

function Sentinel({
  id,
  stamp,
  end,
  saw,
}: {
  readonly id: string
  readonly stamp: string
  readonly end: keyof Ends
  readonly saw: Saw
}) {
  const watched = useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return
      const observer = new IntersectionObserver(([entry]) => {
        if (entry?.isIntersecting !== true) return
        saw(id, stamp, end)
        observer.disconnect()
      })
      observer.observe(element)
      return () => observer.disconnect()
    },
    [id, stamp, end, saw],
  )
  return <div ref={watched} aria-hidden style={{height: 1}} />
}
