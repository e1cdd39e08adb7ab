import {isBlocking} from './comments.ts'
import {day, dayOf, daysLater, monthsLater} from './days.ts'
import {isFacts} from './shape.ts'
import {gaps, policyAt, signedness, signOffProblems, standsSigned} from './signOffs.ts'
import {riskClassOf} from './topics.ts'
import {type Facts, type SignOff, type Stage, type Version} from './types.ts'

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

/**
 * Where a document stands. A draft on its way through review shows over the page that is live meanwhile; one that
 * says what the page says already does not. Nothing that cannot be read is further than a draft.
 */
export function stageOf(facts: Facts): Stage {
  if (!isFacts(facts)) return 'draft'
  const {draft, live} = facts.subject
  if (draft !== null && draft.digest !== live?.digest) {
    if (facts.objection !== null) return 'changesRequested'
    const {lacking} = signedness(draft, facts, 'publishing')
    if (lacking.length === 0 && !facts.comments.some(isBlocking)) return 'signed'
    if (facts.request !== null) return 'inReview'
  }
  if (live !== null && facts.objection !== null) return 'changesRequested'
  if (live !== null && facts.request !== null && facts.request.shared.length > 0) return 'inReview'
  if (live !== null) return liveStage(facts)
  return facts.withdrawn === null ? 'draft' : 'withdrawn'
}

function liveStage(facts: Facts): Stage {
  const dates = reviewDates(facts)
  const today = dayOf(facts.now)
  if (dates === null || today === null || !standsSigned(facts)) return 'expired'
  if (today < dates.nextReviewDue) return 'published'
  return isOverdue(facts, dates, today) ? 'expired' : 'reviewDue'
}

function isOverdue(facts: Facts, {nextReviewDue}: ReviewDates, today: string): boolean {
  return today >= daysLater(nextReviewDue, policyAt('live', facts).graceDays)
}

/** True for a live page whose review is past its day and past the days of grace. */
export function isReviewOverdue(facts: Facts): boolean {
  const dates = reviewDates(facts)
  const today = isFacts(facts) ? dayOf(facts.now) : null
  return dates !== null && today !== null && isOverdue(facts, dates, today)
}
