import {useDateTimeFormat} from 'sanity'

/** An instant as the server's clock says it, the same for every reader: UTC, and it says so. */
export function useMoment(): (instant: string) => string {
  const format = useDateTimeFormat({dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC'})
  return (instant) => `${format.format(new Date(instant))} UTC`
}
