/** Where to leave somebody at the keyboard once a dialog has closed, the best first. */
export type Places = readonly (HTMLElement | null)[]

/** Of an action that is about to open its dialog: its button, or that of the menu in which it stands, and the pane. */
export function placesOf(origin: Element | null): Places {
  const menu = origin?.closest('[role="menu"]') ?? null
  const button =
    menu === null ? origin : document.getElementById(menu.getAttribute('aria-labelledby') ?? '')
  const from = button ?? menu ?? origin
  const panes = document.querySelectorAll<HTMLElement>('[data-testid="document-pane"]')
  const pane = [...panes].find((each) => from !== null && each.contains(from)) ?? panes[0] ?? null
  return [
    button instanceof HTMLElement && button !== document.body ? button : null,
    pane?.querySelector<HTMLElement>(footerMenu) ?? null,
    pane,
  ]
}

const footerMenu = '[data-testid="pane-footer"] [data-testid="action-menu-button"]'

/**
 * Brings the focus back, and again whenever what has it goes or is disabled while the bar still follows what was done,
 * until somebody takes it elsewhere.
 */
export function focusBack(places: Places): void {
  const ends = new AbortController()
  const back = () => {
    if (document.activeElement === document.body) places.find(takesFocus)
  }
  const observer = new MutationObserver(back)
  const root = document.body
  observer.observe(root, {subtree: true, childList: true, attributeFilter: ['disabled']})
  const end = () => ends.abort()
  ends.signal.addEventListener('abort', () => observer.disconnect())
  for (const event of ['pointerdown', 'keydown']) {
    document.addEventListener(event, end, {capture: true, signal: ends.signal})
  }
  setTimeout(end, settledMs)
  setTimeout(back)
}

const settledMs = 5_000

function takesFocus(place: HTMLElement | null): boolean {
  if (place?.isConnected !== true) return false
  if (place.tabIndex < 0) place.setAttribute('tabindex', '-1')
  place.focus()
  return document.activeElement === place
}
