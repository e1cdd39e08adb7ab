import {useEffect, useState} from 'react'
import {useSurroundings} from './ReadingContext.ts'

/** Whatever had the focus before a dialog opened has it again after, or else the landing. */
export function useReturnFocus(): void {
  const {landing} = useSurroundings()
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
      else landing.current?.focus()
    },
    [before, landing],
  )
}
