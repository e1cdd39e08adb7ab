/** The instant, ISO 8601 UTC, of a time as a form writes it: without a zone, so in that of the browser. */
export function instantOf(local: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(local)) return null
  const time = new Date(local)
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}

/** The other way: an instant as a form writes it, to the minute. */
export function localTimeOf(instant: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const day = [instant.getFullYear(), two(instant.getMonth() + 1), two(instant.getDate())].join('-')
  return `${day}T${two(instant.getHours())}:${two(instant.getMinutes())}`
}

export function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
