import {qualification} from './qualification.ts'
import {independent, isPerson, isSame, notRecused, person, role} from './rules.ts'
import {signedness} from './signOffs.ts'
import {
  type Actor,
  type Assignee,
  type Command,
  type Denial,
  type Facts,
  type Reviewer,
} from './types.ts'

/** The rules about asking for review, and about who takes it on. */

/** What keeps the actor from signing these words, whatever they would answer in the dialog. */
export function mayReview(facts: Facts): readonly Denial[] {
  return [
    ...person(facts.actor),
    ...role(facts.actor, ['reviewer']),
    ...independent(facts),
    ...notRecused(facts),
    ...qualification(facts).denials,
  ]
}

export function asReviewer({userId, personId, name, roles}: Reviewer): Actor {
  return {kind: 'person', userId, personId, name, roles}
}

/** Who is asked to sign must be able to. */
export function assigneeAble(facts: Facts, to: string | null): readonly Denial[] {
  if (to === null) return []
  const name = facts.reviewers.find(({personId}) => personId === to)?.name ?? to
  return unable(facts, to).map((reasons) => ({code: 'assigneeUnable', name, reasons}))
}

/** At most one list of reasons why a person could not sign these words. */
function unable(facts: Facts, person: string): readonly (readonly Denial['code'][])[] {
  const reviewer = facts.reviewers.find(({personId}) => personId === person)
  if (reviewer === undefined) return [['roleMissing']]
  const denials = mayReview({...facts, actor: asReviewer(reviewer)})
  return denials.length === 0 ? [] : [denials.map(({code}) => code)]
}

export function inReview({request}: Facts): readonly Denial[] {
  return request === null ? [{code: 'notInReview'}] : []
}

/** Asking again for the same words is pointless; asking for changed ones moves the request on. */
export function newRequest(
  {request, subject}: Facts,
  {shared}: Extract<Command, {type: 'submit'}>,
): readonly Denial[] {
  const words = subject.draft ?? subject.live
  const same =
    request !== null &&
    request.digest === words?.digest &&
    shared.every((id) => request.shared.includes(id)) &&
    request.shared.every((id) => shared.includes(id))
  return same ? [{code: 'alreadyInReview'}] : []
}

/** An answer is part of asking again, and a person gives it. */
export function answered({objection, actor}: Facts, note: string): readonly Denial[] {
  if (objection === null) return []
  const {name: by, note: said} = objection
  return [
    ...person(actor),
    ...(note.trim() === '' ? [{code: 'answerMissing', by, note: said} as const] : []),
  ]
}

/** Whoever has it keeps it, for as long as they could sign it. */
export function claimable(facts: Facts): readonly Denial[] {
  const {request, actor} = facts
  const holder = holderOf(facts)
  if (request === null || holder === null || holderUnable(facts).length > 0) return []
  if (!isPerson(actor, holder.personId)) return [{code: 'claimedByOther', by: holder.name}]
  return request.claimedBy === null ? [] : [{code: 'alreadyClaimed'}]
}

/** Whom a review waits for by name: whoever took it on, or was asked, and has not signed these words yet. */
function holderOf(facts: Facts): Assignee | null {
  const {request, subject} = facts
  const words = subject.draft ?? subject.live
  const holder = request?.claimedBy ?? request?.to ?? null
  if (holder === null || words === null) return null
  const {signOffs} = signedness(words, facts, 'publishing')
  return signOffs.some(({personId}) => personId === holder.personId) ? null : holder
}

/** Why a review waits in vain: it is with somebody who, whatever they were when asked, could not sign it today. */
export function holderUnable(facts: Facts): readonly Denial[] {
  const holder = holderOf(facts)
  return holder === null
    ? []
    : unable(facts, holder.personId).map((reasons) => ({
        code: 'holderUnable',
        name: holder.name,
        reasons,
      }))
}

/** Passing a request on is for who has it, who made it, and for editors. */
export function handsOn({request, actor}: Facts): readonly Denial[] {
  if (request === null) return []
  const holder = request.claimedBy ?? request.to
  const own =
    (holder !== null && isPerson(actor, holder.personId)) ||
    isSame(request.by, actor) ||
    role(actor, ['editor', 'administrator']).length === 0
  return own ? [] : [{code: 'notYours', who: [holder?.name ?? request.byName]}]
}

export function newHolder({request}: Facts, to: string): readonly Denial[] {
  const holder = request?.claimedBy ?? request?.to ?? null
  return holder?.personId === to ? [{code: 'alreadyClaimed'}] : []
}

/** A remark that blocks is taken back by whoever made it, or by another who could sign the words. */
export function resolvable(facts: Facts, seq: number, answer: string): readonly Denial[] {
  const comment = facts.comments.find((each) => each.seq === seq)
  if (comment === undefined || comment.resolved !== null) return [{code: 'commentMissing'}]
  if (!comment.blocking || isPerson(facts.actor, comment.personId)) {
    return role(facts.actor, ['editor', 'reviewer', 'administrator'])
  }
  return [...mayReview(facts), ...(answer.trim() === '' ? [{code: 'reasonMissing'} as const] : [])]
}
