import {useDateTimeFormat} from 'sanity'

/** A day in the words of the user's language. A bare date is that day wherever the reader sits. */
export function useDay(): (date: string) => string {
  const moment = useDateTimeFormat({dateStyle: 'medium'})
  const bareDate = useDateTimeFormat({dateStyle: 'medium', timeZone: 'UTC'})
  return (date) => (date.length === 10 ? bareDate : moment).format(new Date(date))
}
