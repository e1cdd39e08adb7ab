import {decide} from './decide.ts'
import {graceDays, reviewCycle} from './policy.ts'
import {usableSignOffs} from './signOffs.ts'
import {riskClassOf} from './topics.ts'
import {type Facts, type Stage} from './types.ts'

const day = 24 * 60 * 60 * 1000

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
  const version = facts.subject.live ?? facts.subject.draft
  const newest = signOffs[0]
  if (version === null || newest === undefined) return null
  const due = new Date(newest.at)
  due.setUTCMonth(due.getUTCMonth() + reviewCycle[riskClassOf(version.topics)])
  const expiries = signOffs.flatMap(({credentials}) =>
    credentials.flatMap(({expires}) => (expires === null ? [] : [expires])),
  )
  const nextReviewDue = [due.toISOString().slice(0, 10), ...expiries].sort()[0] ?? ''
  return {lastReviewed: newest.at.slice(0, 10), nextReviewDue}
}

/** Where a document stands. A draft that is on its way through review shows over the page that is live meanwhile. */
export function stageOf(facts: Facts): Stage {
  const {draft, live} = facts.subject
  if (draft !== null) {
    if (facts.changesRequested !== null) return 'changesRequested'
    if (draft.digest !== live?.digest && signed(facts)) return 'signed'
    if (facts.request !== null) return 'inReview'
  }
  if (live !== null) return liveStage(facts)
  return facts.withdrawn === null ? 'draft' : 'withdrawn'
}

/** Would publish, if somebody who may asked. */
function signed(facts: Facts): boolean {
  const editor = {
    kind: 'person',
    userId: 'editor',
    personId: 'editor',
    name: 'editor',
    roles: ['editor'],
  } as const
  return decide({...facts, actor: editor}, {type: 'publish'}).allowed
}

function liveStage(facts: Facts): Stage {
  const dates = reviewDates(facts)
  if (dates === null) return 'expired'
  const late = Date.parse(facts.now) - Date.parse(dates.nextReviewDue)
  if (late < 0) return 'published'
  return late < graceDays * day ? 'reviewDue' : 'expired'
}
