import {useRef, useState} from 'react'
import {focusBack, type Places, placesOf} from './focusBack.ts'

interface ActionDialog {
  readonly open: boolean
  readonly show: () => void
  readonly close: () => void
}

/** The dialog of a document action: whoever closes it is back where they came from. */
export function useActionDialog(): ActionDialog {
  const [open, setOpen] = useState(false)
  const places = useRef<Places>([])
  return {
    open,
    show: () => {
      places.current = placesOf(document.activeElement)
      setOpen(true)
    },
    close: () => {
      setOpen(false)
      focusBack(places.current)
    },
  }
}
