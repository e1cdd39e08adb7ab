import {
  type Facts,
  isWantedBeside,
  type SignOff,
  signOffProblems,
  stageOf,
} from '../../policy/index.ts'
import {isOwn} from './comparison.ts'

/** What the reader has done about these words already, or who has to. */
export type OwnPart =
  | {readonly kind: 'signed' | 'changesRequested' | 'refused' | 'recused'; readonly at: string}
  | {readonly kind: 'holds'}
  | {readonly kind: 'heldByOther' | 'wantedBeside'; readonly name: string}
  | {readonly kind: 'none'}

export function ownPart(facts: Facts): OwnPart {
  const {actor, recusals, objection, request} = facts
  const recusal = recusals.find((each) => isOwn(each, actor))
  if (recusal !== undefined) return {kind: 'recused', at: recusal.at}
  if (objection !== null && isOwn(objection, actor)) return {kind: objection.kind, at: objection.at}
  const signed = signatureOf(facts, actor.kind === 'person' ? actor.personId : null)
  if (signed !== null) return {kind: 'signed', at: signed.at}
  const holder = request?.claimedBy ?? request?.to ?? null
  if (holder === null || signatureOf(facts, holder.personId) !== null) return {kind: 'none'}
  if (isOwn(holder, actor)) return {kind: 'holds'}
  const kind = isWantedBeside(holder.personId, facts) ? 'wantedBeside' : 'heldByOther'
  return {kind, name: holder.name}
}

/** Somebody's signature under exactly these words, as long as nobody waits for another one of theirs. */
function signatureOf(facts: Facts, person: string | null): SignOff | null {
  const {subject, request, signOffs} = facts
  const words = subject.draft ?? subject.live
  if (words === null) return null
  const isLive = words.digest === subject.live?.digest
  const newest = signOffs.findLast(
    (signOff) =>
      signOff.personId === person &&
      signOffProblems(signOff, words, facts, isLive ? 'live' : 'publishing').length === 0,
  )
  if (newest === undefined) return null
  const isWantedAgain =
    isLive &&
    (request === null ? ['reviewDue', 'expired'].includes(stageOf(facts)) : newest.at < request.at)
  return isWantedAgain ? null : newest
}
