/** Brings a place of the page into view, for the eye and for the keyboard. */
export function jump(place: HTMLElement | null | undefined): void {
  place?.setAttribute('tabindex', '-1')
  place?.focus({preventScroll: true})
  place?.scrollIntoView({block: 'center'})
}
