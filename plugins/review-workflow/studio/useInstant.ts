import {useDateTimeFormat} from 'sanity'

/** A moment by the user's own clock, with its zone: `3 Dec 2026, 09:00 GMT+1`. */
export function useInstant(): (instant: string) => string {
  const format = useDateTimeFormat({
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  })
  return (instant) => format.format(new Date(instant))
}
