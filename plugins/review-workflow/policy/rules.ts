import {credentialLabel} from './credentialTypes.ts'
import {recordProblem} from './families.ts'
import {attestation, factorsNeeded, policyVersion} from './policy.ts'
import {isGoverned} from './topics.ts'
import {
  type Actor,
  type Command,
  type Denial,
  type Facts,
  type Party,
  type RoleName,
} from './types.ts'

/** The rules, one function each. Every one answers with its reasons to say no, and with none when it is met. */

type SignOffCommand = Extract<Command, {type: 'signOff'}>

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

export function draft({subject}: Facts): readonly Denial[] {
  if (subject.draft !== null)
    return subject.draft.digest === null ? [{code: 'contentUnreadable'}] : []
  return [{code: subject.live === null ? 'documentMissing' : 'draftMissing'}]
}

/** Asking again for the same words is pointless; asking for changed ones moves the request on. */
export function newRequest({request, subject}: Facts): readonly Denial[] {
  return request !== null && request.digest === subject.draft?.digest
    ? [{code: 'alreadyInReview'}]
    : []
}

export function readable({subject}: Facts): readonly Denial[] {
  const words = subject.draft ?? subject.live
  if (words === null) return [{code: 'documentMissing'}]
  return words.digest === null || words.closureDigest === null ? [{code: 'contentUnreadable'}] : []
}

export function seenAsItIs(facts: Facts, seen: SignOffCommand): readonly Denial[] {
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
  const citations = (subject.draft ?? subject.live)?.retracted ?? []
  return citations.length === 0 ? [] : [{code: 'citationRetracted', citations}]
}

export function refusalAnswered({changesRequested}: Facts): readonly Denial[] {
  if (changesRequested === null) return []
  return [{code: 'changesRequested', by: changesRequested.name, note: changesRequested.note}]
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

/** Two accounts of one person are one person. */
function isSame(party: Party, actor: Actor): boolean {
  if (actor.kind === 'anonymous') return false
  if (party.userId === actor.userId) return true
  return actor.kind === 'person' && actor.personId !== null && party.personId === actor.personId
}

export function reauthenticated({factors}: SignOffCommand): readonly Denial[] {
  return factorsNeeded.every((factor) => factors.includes(factor))
    ? []
    : [{code: 'reauthenticationMissing'}]
}

export function attested(command: SignOffCommand): readonly Denial[] {
  return command.attestation === attestation.id
    ? []
    : [{code: 'attestationOutdated', current: attestation.id}]
}

export function conflictAnswered({
  conflictOfInterest,
  conflictStatement,
}: SignOffCommand): readonly Denial[] {
  if (conflictOfInterest === 'mustRecuse') return [{code: 'mustRecuse'}]
  if (conflictOfInterest === 'none') return []
  const told = conflictOfInterest === 'disclosed' && (conflictStatement ?? '').trim() !== ''
  return told ? [] : [{code: 'conflictUnanswered'}]
}

export function reason(text: string): readonly Denial[] {
  return text.trim() === '' ? [{code: 'reasonMissing'}] : []
}

export function credentialThere({subject, credentials}: Facts): readonly Denial[] {
  if (subject.type !== 'reviewerCredential') return [{code: 'notACredential'}]
  if (subject.live === null) return [{code: 'documentMissing'}]
  if (subject.live.digest === null) return [{code: 'contentUnreadable'}]
  return credentials.some(({id}) => id === subject.id) ? [] : [{code: 'documentMissing'}]
}

export function credentialVerifiable({
  actor,
  subject,
  credentials,
  contributors,
  now,
}: Facts): readonly Denial[] {
  const credential = credentials.find(({id}) => id === subject.id)
  if (credential === undefined) return []
  const {id, holder, state, expires} = credential
  const problem = holder === '' ? 'noHolder' : recordProblem(credential, now)
  const own = actor.kind === 'person' && holder === actor.personId
  const wrote = contributors.some((party) => isSame(party, actor))
  return [
    ...(own ? [{code: 'ownCredential'} as const] : []),
    ...(wrote ? [{code: 'wroteTheCredential'} as const] : []),
    ...(state === 'active' ? [{code: 'alreadyVerified'} as const] : []),
    ...(problem === null
      ? []
      : [
          {
            code: 'credentialUnusable',
            id,
            label: credentialLabel(credential),
            problem,
            expires,
          } as const,
        ]),
  ]
}

export function sourceNamed(
  command: Extract<Command, {type: 'verifyCredential'}>,
): readonly Denial[] {
  const named = command.method.trim() !== '' && /^https?:\/\/\S+$/.test(command.sourceUrl)
  return named ? [] : [{code: 'sourceMissing'}]
}
