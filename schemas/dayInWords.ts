const format = new Intl.DateTimeFormat('en-US', {dateStyle: 'medium', timeZone: 'UTC'})

/** A day, or the day of an instant, as the Studio writes it: `Jan 15, 2029`. What is neither stays as it is. */
export function dayInWords(value: string): string {
  const time = Date.parse(value)
  return Number.isNaN(time) ? value : format.format(time)
}
