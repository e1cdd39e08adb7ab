const format = new Intl.DateTimeFormat('en-GB', {dateStyle: 'long', timeZone: 'UTC'})

/** `2026-11-28`, or a moment of that day, as `28 November 2026`. */
export function dayInWords(date: string): string {
  return format.format(new Date(date))
}

export function today(now: Date): string {
  return now.toISOString().slice(0, 10)
}
