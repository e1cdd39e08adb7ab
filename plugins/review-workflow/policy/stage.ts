import {day, dayOf, daysLater, monthsLater} from './days.ts'
import {graceDays, reviewCycle} from './policy.ts'
import {isFacts} from './shape.ts'
import {signedness, standsSigned, usableSignOffs} from './signOffs.ts'
import {riskClassOf} from './topics.ts'
import {type Facts, type Stage} from './types.ts'

/** Days, `YYYY-MM-DD`, UTC. */
export interface ReviewDates {
  readonly lastReviewed: string
  readonly nextReviewDue: string
}

/**
 * When the live words (or else the draft's) were last signed, and when they are due again: after the cycle of their
 * risk class, or when the first credential that they rest on expires. From records only; `null` without a usable one.
 */
export function reviewDates(facts: Facts): ReviewDates | null {
  const signOffs = usableSignOffs(facts)
  const lastReviewed = signOffs.map(({at}) => dayOf(at))[0] ?? null
  const version = isFacts(facts) ? (facts.subject.live ?? facts.subject.draft) : null
  if (version === null || lastReviewed === null) return null
  const cycle = monthsLater(lastReviewed, reviewCycle[riskClassOf(version.topics)])
  const expiries = signOffs.flatMap(({credentials}) =>
    credentials.flatMap(({expires}) => (expires === null ? [] : [day(expires) ?? lastReviewed])),
  )
  const nextReviewDue = [cycle, ...expiries].reduce((first, each) => (each < first ? each : first))
  return {lastReviewed, nextReviewDue}
}

/**
 * Where a document stands. A draft on its way through review shows over the page that is live meanwhile; one that
 * says what the page says already does not. Nothing that cannot be read is further than a draft.
 */
export function stageOf(facts: Facts): Stage {
  if (!isFacts(facts)) return 'draft'
  const {draft, live} = facts.subject
  if (draft !== null && draft.digest !== live?.digest) {
    if (facts.changesRequested !== null) return 'changesRequested'
    if (signedness(draft, facts, 'publishing').lacking.length === 0) return 'signed'
    if (facts.request !== null) return 'inReview'
  }
  if (live !== null) return liveStage(facts)
  return facts.withdrawn === null ? 'draft' : 'withdrawn'
}

function liveStage(facts: Facts): Stage {
  const dates = reviewDates(facts)
  const today = dayOf(facts.now)
  if (dates === null || today === null || !standsSigned(facts)) return 'expired'
  if (today < dates.nextReviewDue) return 'published'
  return today < daysLater(dates.nextReviewDue, graceDays) ? 'reviewDue' : 'expired'
}
