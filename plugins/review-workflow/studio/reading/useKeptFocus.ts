import {type RefObject, useEffect, useRef} from 'react'

/** Nobody at the keyboard is left nowhere: when what had the focus is gone from the page, the landing has it. */
export function useKeptFocus(landing: RefObject<HTMLElement | null>): void {
  const last = useRef<Element | null>(null)
  useEffect(() => {
    const arrive = ({target}: FocusEvent) => {
      last.current = target instanceof Element ? target : null
    }
    // Whoever points elsewhere has left it on purpose.
    const leave = () => {
      last.current = null
    }
    document.addEventListener('focusin', arrive)
    document.addEventListener('pointerdown', leave)
    return () => {
      document.removeEventListener('focusin', arrive)
      document.removeEventListener('pointerdown', leave)
    }
  }, [])
  useEffect(() => {
    if (document.activeElement !== document.body || last.current?.isConnected !== false) return
    last.current = null
    landing.current?.focus()
  })
}
