import {isBlocking} from './comments.ts'
import {day, dayOf, daysLater, monthsLater} from './days.ts'
import {newWords} from './newWords.ts'
import {isFacts} from './shape.ts'
import {gaps, policyAt, signedness, signOffProblems} from './signOffs.ts'
import {riskClassOf} from './topics.ts'
import {type Facts, type SignOff, type Version} from './types.ts'

/** Days, `YYYY-MM-DD`, UTC. */
export interface ReviewDates {
  readonly lastReviewed: string
  readonly nextReviewDue: string
}

/**
 * When the live words (or else the draft's) were last reviewed as a whole, and when they are due again: after the cycle
 * of their risk class, or when the first credential that they rest on expires. From records only; `null` without them.
 */
export function reviewDates(facts: Facts): ReviewDates | null {
  const round = lastRound(facts)
  const lastReviewed = round === null ? null : dayOf(round.at)
  const version = isFacts(facts) ? (facts.subject.live ?? facts.subject.draft) : null
  if (round === null || version === null || lastReviewed === null) return null
  const {reviewCycle} = policyAt('live', facts)
  const cycle = monthsLater(lastReviewed, reviewCycle[riskClassOf(version.topics)])
  const expiries = round.signOffs.flatMap(({credentials}) =>
    credentials.flatMap(({expires}) => (expires === null ? [] : [day(expires) ?? lastReviewed])),
  )
  const nextReviewDue = [cycle, ...expiries].reduce((first, each) => (each < first ? each : first))
  return {lastReviewed, nextReviewDue}
}

interface Round {
  readonly at: string
  readonly signOffs: readonly SignOff[]
}

/**
 * The newest review by everybody that these words need. Where two must sign, one of them signing again moves no date:
 * half a review is none.
 */
export function lastRound(facts: Facts): Round | null {
  if (!isFacts(facts)) return null
  const version = facts.subject.live ?? facts.subject.draft
  if (version === null) return null
  let last: Round | null = null
  let round: SignOff[] = []
  for (const signOff of counting(version, facts)) {
    round = [...round, signOff]
    if (gaps(version, round, facts, 'live').length > 0) continue
    last = {at: signOff.at, signOffs: round}
    round = []
  }
  return last
}

function counting(version: Version, facts: Facts): readonly SignOff[] {
  return facts.signOffs
    .filter((signOff) =>
      signOffProblems(signOff, version, facts, 'live').every((each) => each === 'superseded'),
    )
    .toSorted((one, other) => one.seq - other.seq)
}

/** Half a review since then does not make up a whole with half of one before. */
export function isReviewedSince(facts: Facts, at: string): boolean {
  const since = facts.signOffs.filter((signOff) => signOff.at > at)
  return lastRound({...facts, signOffs: since}) !== null
}

/**
 * True once a request has got what it asked for: everybody who has to has signed the draft, or, of live words, has
 * signed them again since. One about shared documents as they will be ends when they are published.
 */
export function isAnswered(facts: Facts): boolean {
  const {request, subject, comments} = facts
  if (request === null || request.shared.length > 0) return false
  if (request.digest === subject.live?.digest && isReviewedSince(facts, request.at)) return true
  const draft = newWords(subject)
  if (draft === null || comments.some(isBlocking)) return false
  return signedness(draft, facts, 'publishing').lacking.length === 0
}

export function isOverdue(facts: Facts, {nextReviewDue}: ReviewDates, today: string): boolean {
  return today >= daysLater(nextReviewDue, policyAt('live', facts).graceDays)
}

/** True for a live page whose review is past its day and past the days of grace. */
export function isReviewOverdue(facts: Facts): boolean {
  const dates = reviewDates(facts)
  const today = isFacts(facts) ? dayOf(facts.now) : null
  return dates !== null && today !== null && isOverdue(facts, dates, today)
}
