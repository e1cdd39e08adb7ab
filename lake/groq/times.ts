import {DateTime} from 'groq-js'

/**
 * A moment as GROQ has it, in milliseconds since 1970: a bigint, which no JSON holds, so that it is told from a number.
 * Unlike groq-js, which has days that no calendar has, what is no moment is null.
 */
export type Moment = bigint

export function momentOf(value: unknown): Moment | null {
  if (typeof value === 'bigint') return value
  if (typeof value !== 'string') return null
  const parsed = DateTime.parseToValue(value)
  return parsed.type === 'datetime' ? fromDate(parsed.data.date) : null
}

/** `moment + seconds`. */
export function later(moment: Moment, seconds: number): Moment | null {
  return fromDate(new Date(Number(moment) + seconds * 1000))
}

/** `moment - moment`, in seconds. */
export function secondsBetween(start: Moment, end: Moment): number {
  return Number(end - start) / 1000
}

/** RFC 3339, as groq-js writes it. */
export function momentText(moment: Moment): string {
  return asDateTime(moment).toString()
}

/** The same for groq-js, and back. */
export function forGroqJs(value: unknown): unknown {
  if (typeof value === 'bigint') return asDateTime(value)
  return Array.isArray(value) ? value.map(forGroqJs) : value
}

export function fromGroqJs(value: unknown): unknown {
  return value instanceof DateTime ? fromDate(value.date) : value
}

/** As JSON has it. */
export function withoutMoments(value: unknown): unknown {
  if (typeof value === 'bigint') return momentText(value)
  if (Array.isArray(value)) return value.map(withoutMoments)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withoutMoments(inner)]),
  )
}

function asDateTime(moment: Moment): DateTime {
  return new DateTime(new Date(Number(moment)))
}

function fromDate(date: Date): Moment | null {
  return Number.isNaN(date.getTime()) ? null : BigInt(date.getTime())
}
