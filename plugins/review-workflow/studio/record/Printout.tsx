import {Card, Portal, PortalProvider} from '@sanity/ui'
import {type ReactNode} from 'react'
import {usePrinting} from './printing.ts'

/**
 * What goes on paper: only this, black on white. It stands beside the Studio rather than in it, whose panes scroll and
 * would print their first screen alone; and only while something is printed.
 */
export function Printout({children}: {readonly children: ReactNode}) {
  const printing = usePrinting()
  if (!printing) return null
  return (
    <PortalProvider element={document.body}>
      <Portal>
        <style>{style}</style>
        <Card scheme="light" tone="default" data-printout="">
          {children}
        </Card>
      </Portal>
    </PortalProvider>
  )
}

const style = `
@media screen {
  [data-printout] {display: none}
}
@media print {
  @page {margin: 18mm}
  html, body {background: #fff !important; height: auto !important; overflow: visible !important}
  body > *:not([data-printout]) {display: none !important}
  [data-printout], [data-printout] * {
    background: none !important;
    box-shadow: none !important;
    color: #000 !important;
  }
  [data-printout] {padding-top: 4px}
  [data-printout] a {text-decoration: none}
  [data-printout] [data-entry] {
    border: 0 !important;
    border-top: 1px solid #000 !important;
    border-radius: 0 !important;
    break-inside: avoid;
    padding: 12px 0 !important;
  }
  [data-printout] [data-as-kept], [data-printout] [data-screen-only] {display: none !important}
}
`
