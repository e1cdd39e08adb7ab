import {isBlocking} from './comments.ts'
import {dayOf} from './days.ts'
import {newWords} from './newWords.ts'
import {isOverdue, reviewDates} from './rounds.ts'
import {isFacts} from './shape.ts'
import {isSignedAnew, signedness, standsSigned} from './signOffs.ts'
import {type Facts, type Stage} from './types.ts'

/**
 * Where a document stands. A draft on its way through review shows over the page that is live meanwhile; one that
 * says what the page says already does not. Nothing that cannot be read is further than a draft.
 */
export function stageOf(facts: Facts): Stage {
  if (!isFacts(facts)) return 'draft'
  const {live} = facts.subject
  const draft = newWords(facts.subject)
  if (draft !== null) {
    if (facts.objection !== null) return 'changesRequested'
    const {lacking} = signedness(draft, facts, 'publishing')
    if (lacking.length === 0 && !facts.comments.some(isBlocking)) return 'signed'
    if (facts.request !== null) return 'inReview'
  }
  if (live !== null && facts.objection !== null) return 'changesRequested'
  if (live !== null && facts.request !== null) return 'inReview'
  if (live !== null) return liveStage(facts)
  return facts.withdrawn === null ? 'draft' : 'withdrawn'
}

/**
 * The same for people at work, from facts in which the drafts of shared documents that the request names stand as
 * published: a live page that is signed with them waits for nobody's signature any more, only for their publication.
 */
export function stageAsAsked(facts: Facts): Stage {
  const stage = stageOf(facts)
  const isAsked = stage === 'inReview' && (facts.request?.shared ?? []).length > 0
  const isSigned = isSignedAnew(facts) && !facts.comments.some(isBlocking)
  return isAsked && isSigned ? 'signed' : stage
}

function liveStage(facts: Facts): Stage {
  const dates = reviewDates(facts)
  const today = dayOf(facts.now)
  if (dates === null || today === null || !standsSigned(facts)) return 'expired'
  if (today < dates.nextReviewDue) return 'published'
  return isOverdue(facts, dates, today) ? 'expired' : 'reviewDue'
}
