import {type Refusal} from './refusals.ts'

/** What goes on record: one refusal, or how many more there were since then. */
export interface RefusalRecord extends Refusal {
  readonly times?: number
  readonly since?: string
}

/** What one account was refused within a minute. */
export interface Tally {
  readonly since: string
  /** How many are on record one by one. */
  readonly recorded: number
  /** Of each kind that is on record: how many more there were. */
  readonly kinds: ReadonlyMap<string, Counted>
  /** Of kinds that are not. */
  readonly others: Counted | null
}

interface Counted extends Refusal {
  readonly times: number
}

export const windowMs = 60_000
/** Whoever tries this and that is on record with all of it. */
export const mostRecorded = 20
/** What is new is on record even after that, so that nobody hides one attempt behind many others. */
export const mostKinds = 40

/** Counts one more refusal: the tally as it is then, and what goes on record now. */
export function tallied(
  before: Tally | null,
  refusal: Refusal,
  now: string,
): {readonly tally: Tally; readonly records: readonly RefusalRecord[]} {
  if (before === null || isOver(before, now)) {
    const {tally, records} = counted(
      {since: now, recorded: 0, kinds: new Map(), others: null},
      refusal,
    )
    return {tally, records: [...(before === null ? [] : leftOver(before)), ...records]}
  }
  return counted(before, refusal)
}

export function isOver({since}: Tally, now: string): boolean {
  return Date.parse(now) - Date.parse(since) >= windowMs
}

/** The records of what was counted and is on record in no other way. */
export function leftOver({since, kinds, others}: Tally): readonly RefusalRecord[] {
  return [...kinds.values(), ...(others === null ? [] : [others])]
    .filter(({times}) => times > 0)
    .map((each) => ({...each, since}))
}

function counted(tally: Tally, refusal: Refusal): ReturnType<typeof tallied> {
  const {recorded, kinds, others} = tally
  const kind = JSON.stringify([refusal.subject, refusal.door, refusal.codes])
  const known = kinds.get(kind)
  if (recorded < (known === undefined ? mostKinds : mostRecorded)) {
    const seen = new Map([...kinds, [kind, known ?? {...refusal, times: 0}]])
    return {tally: {...tally, recorded: recorded + 1, kinds: seen}, records: [refusal]}
  }
  if (known === undefined) return {tally: {...tally, others: oneMore(others, refusal)}, records: []}
  const more = new Map([...kinds, [kind, {...known, times: known.times + 1}]])
  return {tally: {...tally, kinds: more}, records: []}
}

/** What all of them have in common: where they differ, nothing is claimed. */
function oneMore(others: Counted | null, {subject, door, codes}: Refusal): Counted {
  if (others === null) return {subject, door, codes, times: 1}
  return {
    subject: others.subject === subject ? subject : '',
    door: others.door === door ? door : '',
    codes: others.codes.filter((code) => codes.includes(code)),
    times: others.times + 1,
  }
}
