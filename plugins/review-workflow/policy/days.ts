/** A calendar day as `YYYY-MM-DD`; `null` for anything that is not one. Days compare as text. */
export function day(value: string | null): string | null {
  const found = value === null ? null : /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  if (found === null) return null
  const [year, month, date] = found.slice(1).map(Number) as [number, number, number]
  return date >= 1 && date <= daysOf(year, month) ? value : null
}

/** None, of a month that there is not. */
function daysOf(year: number, month: number): number {
  if (month !== 2) return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return isLeap ? 29 : 28
}

/** The UTC day of an instant. */
export function dayOf(instant: string): string | null {
  const found = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.exec(instant)?.[1]
  return found === undefined || Number.isNaN(Date.parse(instant)) ? null : day(found)
}

interface ZoneDay {
  readonly format: Intl.DateTimeFormat
  readonly minute: string
  readonly day: string | null
}

/** Making a format takes longer than everything else here, so each zone keeps its own, and its answer to who asks again. */
const zones = new Map<string, ZoneDay>()

/** The day that an instant falls on in an IANA zone; `null` for what is no instant or no zone. */
export function dayIn(instant: string, zone: string): string | null {
  if (dayOf(instant) === null) return null
  const known = zones.get(zone)
  // Since 1972 every zone has been whole minutes off.
  const minute = instant.slice(0, 'YYYY-MM-DDThh:mm'.length)
  if (known?.minute === minute && minute > '1973') return known.day
  const format = known?.format ?? formatOf(zone)
  if (format === null) return null
  const parts = format.formatToParts(Date.parse(instant))
  const part = (name: string) => parts.find(({type}) => type === name)?.value ?? ''
  const found = day(`${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`)
  zones.set(zone, {format, minute, day: found})
  return found
}

/** Intl throws at a zone that it does not know, and has no other way to say so. */
function formatOf(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
  } catch {
    return null
  }
}

/** The same day of a later month, or that month's last day where it is shorter. */
export function monthsLater(from: string, months: number): string {
  const date = new Date(`${from}T00:00:00Z`)
  const wanted = date.getUTCMonth() + months
  const first = new Date(Date.UTC(date.getUTCFullYear(), wanted))
  const lastDay = daysOf(first.getUTCFullYear(), first.getUTCMonth() + 1)
  return isoDay(Date.UTC(date.getUTCFullYear(), wanted, Math.min(date.getUTCDate(), lastDay)))
}

export function daysLater(from: string, days: number): string {
  return isoDay(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000)
}

/** The end of four-digit years stands for everything after it, and for times that are none. */
function isoDay(time: number): string {
  const last = Date.parse('9999-12-31T00:00:00Z')
  return new Date(Number.isNaN(time) ? last : Math.min(time, last)).toISOString().slice(0, 10)
}
