import {useMediaIndex} from '@sanity/ui'
import {useEffect, useEffectEvent, useRef, useState} from 'react'
import {useRouter} from 'sanity/router'
import {useDocumentPane, usePaneRouter} from 'sanity/structure'
import {whenIdle} from './whenIdle.ts'

/** The name of the plugin's inspector. */
const panel = 'review'
/** Of the Studio's breakpoints: from 1200 pixels on there is room for the form and a panel beside it. */
const deskWidth = 4
const kept = 'restwell.reviewPanel'

/**
 * Opens the review panel beside a page once its form can be used, where there is room for it and as long as nobody has
 * closed it in this browser. The Studio itself opens a panel only for an address that names it.
 */
export function useReviewPanel(): void {
  const {inspector, ready} = useDocumentPane()
  const {params, createPathWithParams} = usePaneRouter()
  const {navigateUrl} = useRouter()
  const hasRoom = useMediaIndex() >= deskWidth
  const shown = inspector?.name ?? null
  const [opens] = useState(
    () => hasRoom && shown === null && isDesk() && localStorage.getItem(kept) === null,
  )
  const before = useRef(shown)
  const hasOpened = useRef(false)
  const open = useEffectEvent(() => {
    if (hasOpened.current || shown !== null) return
    hasOpened.current = true
    // In place of the address without it: going back leads to where one came from.
    navigateUrl({path: createPathWithParams({...params, inspect: panel}), replace: true})
  })
  useEffect(() => (opens && ready ? whenIdle(open) : undefined), [opens, ready])
  useEffect(() => {
    if (shown === panel) localStorage.removeItem(kept)
    else if (before.current === panel && shown === null) localStorage.setItem(kept, 'closed')
    before.current = shown
  }, [shown])
}

/** Not where the form stands beside a site's page, as in Presentation: its addresses are of another kind. */
function isDesk(): boolean {
  return window.location.pathname.split('/').includes('structure')
}
