import {isBlocking} from './comments.ts'
import {day, dayOf} from './days.ts'
import {newWords} from './newWords.ts'
import {attestation, factorsNeeded, policyVersion} from './policy.ts'
import {isGoverned, riskClassOf} from './topics.ts'
import {
  type Actor,
  type ChecklistItem,
  type Denial,
  type Facts,
  type Party,
  type RoleName,
  type Signature,
} from './types.ts'
import {retractedWorks, uncheckedWorks} from './works.ts'

/** The rules, one function each. Every one answers with its reasons to say no, and with none when it is met. */

export function upToDate({policyVersion: current}: Facts): readonly Denial[] {
  return current === policyVersion ? [] : [{code: 'policyOutdated', loaded: policyVersion, current}]
}

export function person(actor: Actor): readonly Denial[] {
  if (actor.kind === 'anonymous') return [{code: 'notSignedIn'}]
  if (actor.kind !== 'person') return [{code: 'notAPerson'}]
  return actor.personId !== null && actor.personId !== '' ? [] : [{code: 'personUnknown'}]
}

export function role(actor: Actor, anyOf: readonly RoleName[]): readonly Denial[] {
  if (actor.kind === 'anonymous') return [{code: 'notSignedIn'}]
  return anyOf.some((name) => actor.roles.includes(name)) ? [] : [{code: 'roleMissing', anyOf}]
}

export function governed({subject}: Facts): readonly Denial[] {
  return isGoverned(subject.type) ? [] : [{code: 'notGoverned', type: subject.type}]
}

export function exists({subject}: Facts): readonly Denial[] {
  return subject.draft === null && subject.live === null ? [{code: 'documentMissing'}] : []
}

/** Only what is live and unchanged can be found to need no change. */
export function unchanged({subject}: Facts): readonly Denial[] {
  if (subject.live === null) return [{code: 'notLive'}]
  return newWords(subject) === null ? [] : [{code: 'draftPending'}]
}

/** Words to be asked about, and to say something about: a draft, or what is live. */
export function readable({subject}: Facts): readonly Denial[] {
  const words = subject.draft ?? subject.live
  if (words === null) return [{code: 'documentMissing'}]
  return words.digest === null || words.closureDigest === null ? [{code: 'contentUnreadable'}] : []
}

export function seenAsItIs(
  facts: Facts,
  seen: Pick<Signature, 'digest' | 'closureDigest'>,
): readonly Denial[] {
  const words = facts.subject.draft ?? facts.subject.live
  if (words === null || words.digest === null || words.closureDigest === null)
    return readable(facts)
  if (seen.digest !== words.digest) {
    return [{code: 'contentChanged', seen: seen.digest, current: words.digest}]
  }
  if (seen.closureDigest !== words.closureDigest) {
    return [{code: 'closureChanged', seen: seen.closureDigest, current: words.closureDigest}]
  }
  return []
}

export function soundSources({subject}: Facts): readonly Denial[] {
  const citations = retractedWorks(subject.draft ?? subject.live ?? {works: []})
  return citations.length === 0 ? [] : [{code: 'citationRetracted', citations}]
}

/** Where much is at stake, somebody has looked lately whether the cited works still stand. */
export function checkedSources({subject, policy, now}: Facts): readonly Denial[] {
  const words = subject.draft ?? subject.live
  if (words === null) return []
  const days = policy.workCheckDays[riskClassOf(words.topics)]
  const citations = days === null ? [] : uncheckedWorks(words, now, days)
  return days === null || citations.length === 0
    ? []
    : [{code: 'citationUnchecked', citations, days}]
}

export function objectionAnswered({objection}: Facts): readonly Denial[] {
  if (objection === null) return []
  return [{code: objection.kind, by: objection.name, note: objection.note}]
}

export function commentsResolved({comments}: Facts): readonly Denial[] {
  const open = comments.filter(isBlocking)
  if (open.length === 0) return []
  return [
    {code: 'commentsOpen', count: open.length, by: [...new Set(open.map(({name}) => name))].sort()},
  ]
}

export function independent({actor, subject, contributors}: Facts): readonly Denial[] {
  const authors = (subject.draft ?? subject.live)?.authors ?? []
  const wrote = contributors.some((party) => isSame(party, actor))
  const named =
    actor.kind === 'person' && actor.personId !== null && authors.includes(actor.personId)
  return [
    ...(wrote ? [{code: 'wroteTheWords'} as const] : []),
    ...(named ? [{code: 'namedAuthor'} as const] : []),
  ]
}

export function notRecused({actor, recusals}: Facts): readonly Denial[] {
  const recused = recusals.some(({personId}) => isPerson(actor, personId))
  return recused ? [{code: 'recused'}] : []
}

export function isPerson(actor: Actor, personId: string): boolean {
  return actor.kind === 'person' && actor.personId !== null && actor.personId === personId
}

/** Two accounts of one person are one person. */
export function isSame(party: Party, actor: Actor): boolean {
  if (actor.kind === 'anonymous') return false
  if (party.userId === actor.userId) return true
  return actor.kind === 'person' && actor.personId !== null && party.personId === actor.personId
}

export function reauthenticated({
  factors,
}: {
  readonly factors: readonly string[]
}): readonly Denial[] {
  return factorsNeeded.every((factor) => factors.includes(factor))
    ? []
    : [{code: 'reauthenticationMissing'}]
}

export function attested({attestation: agreed}: Signature): readonly Denial[] {
  return agreed === attestation.id ? [] : [{code: 'attestationOutdated', current: attestation.id}]
}

export function conflictAnswered({
  conflictOfInterest,
  conflictStatement,
}: Signature): readonly Denial[] {
  if (conflictOfInterest === 'mustRecuse') return [{code: 'mustRecuse'}]
  if (conflictOfInterest === 'none') return []
  const told = conflictOfInterest === 'disclosed' && (conflictStatement ?? '').trim() !== ''
  return told ? [] : [{code: 'conflictUnanswered'}]
}

/** Nobody signs what they found wanting. */
export function checklistPassed({checklist}: Signature): readonly Denial[] {
  const items = Object.entries(checklist).flatMap(([item, answer]) =>
    answer === 'no' ? [item as ChecklistItem] : [],
  )
  return items.length === 0 ? [] : [{code: 'checklistFailed', items}]
}

export function reason(text: string): readonly Denial[] {
  return text.trim() === '' ? [{code: 'reasonMissing'}] : []
}

const yearMs = 366 * 86_400_000

/** A moment within a year from now. */
export function ahead(at: string, now: string): readonly Denial[] {
  const isInstant = dayOf(at) !== null
  const wait = Date.parse(at) - Date.parse(now)
  return isInstant && wait > 0 && wait <= yearMs ? [] : [{code: 'timeNotAhead'}]
}

/** A day that has not passed. */
export function notPast(due: string | null, now: string): readonly Denial[] {
  const today = dayOf(now)
  const wanted = day(due)
  return due === null || (wanted !== null && today !== null && wanted >= today)
    ? []
    : [{code: 'dueInThePast'}]
}
