export interface PageRequest {
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

export interface Page<Event> {
  readonly events: readonly Event[]
  readonly nextCursor: string
}

const largestPage = 1000

/** A page of events, newest first. The cursor asks for what is older; it is empty at the end. */
export function pageOf<Event>(
  oldestFirst: readonly Event[],
  {limit, cursor = ''}: PageRequest,
): Page<Event> {
  const events = oldestFirst.toReversed()
  const start = cursor === '' ? 0 : (positive(cursor) ?? events.length)
  const end = start + pageSize(limit, 100)
  return {events: events.slice(start, end), nextCursor: end < events.length ? String(end) : ''}
}

/** How many to answer with: as many as were asked for within reason, or the usual number. */
export function pageSize(limit: number | undefined, usual: number): number {
  return limit !== undefined && limit > 0 ? Math.min(Math.floor(limit), largestPage) : usual
}

function positive(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}
