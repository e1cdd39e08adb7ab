import {assess, credentialLabel} from './credentialTypes.ts'
import {attestation, policyVersion} from './policy.ts'
import {requirements, signOffProblems, unmet} from './signOffs.ts'
import {isGoverned, riskClassOf} from './topics.ts'
import {
  type Actor,
  type Command,
  type Decision,
  type Denial,
  type Facts,
  type Family,
  type Party,
  type RoleName,
  type SignedCredential,
  type Version,
} from './types.ts'

/**
 * May this actor do this now? Every reason at once when not. Pure and total: whatever the facts hold, the answer is a
 * decision, and facts that cannot be read are a no.
 */
export function decide(facts: Facts, command: Command): Decision {
  try {
    return ruled(facts, command)
  } catch {
    return refuse([{code: 'factsUnreadable'}])
  }
}

function ruled(facts: Facts, command: Command): Decision {
  switch (command.type) {
    case 'submit':
      return verdict([
        ...outdated(facts),
        ...role(facts.actor, ['editor', 'administrator']),
        ...governed(facts),
        ...draftThere(facts),
        ...notRunning(facts),
      ])
    case 'requestChanges':
      return verdict([
        ...person(facts.actor),
        ...role(facts.actor, ['reviewer']),
        ...governed(facts),
        ...wordsThere(facts),
        ...reason(command.note),
      ])
    case 'signOff':
      return signOff(facts, command)
    case 'publish':
      return publish(facts)
    case 'revoke':
      return revoke(facts, command)
    case 'withdraw':
      return verdict([
        ...role(facts.actor, ['editor', 'reviewer', 'administrator']),
        ...governed(facts),
        ...live(facts),
        ...reason(command.reason),
      ])
    case 'verifyCredential':
      return verdict([
        ...person(facts.actor),
        ...role(facts.actor, ['registrar']),
        ...credentialThere(facts),
        ...notOwn(facts),
        ...source(command),
      ])
    case 'suspendCredential':
      return verdict([
        ...person(facts.actor),
        ...role(facts.actor, ['registrar']),
        ...credentialThere(facts),
        ...reason(command.reason),
      ])
  }
}

function refuse(denials: readonly Denial[]): Decision {
  return {allowed: false, denials}
}

function verdict(
  denials: readonly Denial[],
  allowed: Partial<Extract<Decision, {allowed: true}>> = {},
): Decision {
  return denials.length > 0
    ? refuse(denials)
    : {allowed: true, credentials: [], signOffs: [], ...allowed}
}

function signOff(facts: Facts, command: Extract<Command, {type: 'signOff'}>): Decision {
  const {actor, subject} = facts
  const version = subject.draft ?? subject.live
  const denials: Denial[] = [
    ...outdated(facts),
    ...person(actor),
    ...role(actor, ['reviewer']),
    ...governed(facts),
    ...wordsThere(facts),
    ...standingRefusal(facts),
  ]
  if (version === null || actor.kind !== 'person') return refuse(denials)
  if (version.digest !== null && command.digest !== version.digest) {
    denials.push({code: 'contentChanged', seen: command.digest, current: version.digest})
  } else if (version.closureDigest !== null && command.closureDigest !== version.closureDigest) {
    denials.push({
      code: 'closureChanged',
      seen: command.closureDigest,
      current: version.closureDigest,
    })
  }
  if (version.retracted.length > 0)
    denials.push({code: 'citationRetracted', citations: version.retracted})
  if (facts.contributors.some((party) => sameParty(party, actor)))
    denials.push({code: 'wroteTheWords'})
  if (actor.personId !== null && version.authors.includes(actor.personId))
    denials.push({code: 'namedAuthor'})
  const {credentials, denials: lacking} = qualification(facts, actor.personId, version)
  denials.push(...lacking)
  if (!command.factors.includes('password')) denials.push({code: 'reauthenticationMissing'})
  if (command.attestation !== attestation.id)
    denials.push({code: 'attestationOutdated', current: attestation.id})
  denials.push(...conflict(command))
  return verdict(denials, {credentials})
}

/** The credentials that this person may sign these words on. */
function qualification(
  facts: Facts,
  personId: string | null,
  version: Version,
): {readonly credentials: readonly SignedCredential[]; readonly denials: readonly Denial[]} {
  const held = facts.credentials.filter(({holder}) => holder === personId && personId !== null)
  if (held.length === 0) return {credentials: [], denials: [{code: 'credentialMissing'}]}
  const assessed = held.map((credential) => ({
    credential,
    ...assess(credential, facts.credentials, facts.now),
  }))
  const families = assessed.flatMap((each) => each.families)
  if (families.length === 0) {
    const denials = assessed.flatMap(({credential, problem}): readonly Denial[] =>
      problem === null
        ? []
        : [
            {
              code: 'credentialUnusable',
              id: credential.id,
              label: credentialLabel(credential),
              problem,
              expires: credential.expires,
            },
          ],
    )
    return {credentials: [], denials}
  }
  const needs = requirements(version.topics)
  const covers = (wanted: readonly Family[]) => wanted.some((family) => families.includes(family))
  const uncovered = needs.filter((need) => !covers(need.families))
  // Where one person suffices, that person's scope covers everything; where two sign, each signs what is theirs.
  const inScope =
    riskClassOf(version.topics) === 'R4' ? uncovered.length < needs.length : uncovered.length === 0
  if (!inScope || needs.length === 0) {
    const topics = [...new Set(uncovered.map(({topic}) => topic))]
    return {
      credentials: [],
      denials: [
        {
          code: 'outOfScope',
          topics,
          families: [...new Set(uncovered.flatMap((need) => need.families))],
        },
      ],
    }
  }
  const credentials = assessed
    .filter((each) =>
      each.families.some((family) => needs.some((need) => need.families.includes(family))),
    )
    .map(({credential, families: stands}) => ({
      id: credential.id,
      typeCode: credential.typeCode,
      label: credentialLabel(credential),
      families: stands,
      jurisdiction: credential.jurisdiction,
      discipline: credential.discipline,
      issued: credential.issued,
      expires: credential.expires,
    }))
  return {credentials, denials: []}
}

function conflict({
  conflictOfInterest,
  conflictStatement,
}: Extract<Command, {type: 'signOff'}>): readonly Denial[] {
  switch (conflictOfInterest) {
    case 'none':
      return []
    case 'disclosed':
      return conflictStatement !== null && conflictStatement.trim() !== ''
        ? []
        : [{code: 'conflictUnanswered'}]
    case 'mustRecuse':
      return [{code: 'mustRecuse'}]
    default:
      return [{code: 'conflictUnanswered'}]
  }
}

function publish(facts: Facts): Decision {
  const {draft} = facts.subject
  const denials: Denial[] = [
    ...outdated(facts),
    ...role(facts.actor, ['editor', 'administrator']),
    ...governed(facts),
    ...standingRefusal(facts),
  ]
  if (draft === null) return refuse([...denials, {code: 'nothingToPublish'}])
  if (draft.digest === null || draft.closureDigest === null)
    denials.push({code: 'contentUnreadable'})
  if (draft.retracted.length > 0)
    denials.push({code: 'citationRetracted', citations: draft.retracted})
  denials.push(...unmet(draft, facts, 'publishing'))
  const usable = facts.signOffs.filter(
    (each) => signOffProblems(each, draft, facts, 'publishing').length === 0,
  )
  if (denials.length === 0 && usable.length === 0)
    denials.push({code: 'signOffMissing', families: [], topics: draft.topics})
  return verdict(denials, {signOffs: usable.map(({seq}) => seq)})
}

function revoke(facts: Facts, command: Extract<Command, {type: 'revoke'}>): Decision {
  const standing = facts.signOffs.filter(
    ({seq, revoked, voided}) =>
      revoked === null && voided === null && (command.signOff === null || command.signOff === seq),
  )
  const denials: Denial[] = [
    ...person(facts.actor),
    ...role(facts.actor, ['reviewer', 'registrar', 'administrator']),
    ...governed(facts),
    ...reason(command.reason),
  ]
  if (standing.length === 0) denials.push({code: 'nothingToRevoke'})
  return verdict(denials, {signOffs: standing.map(({seq}) => seq)})
}

function outdated({policyVersion: current}: Facts): readonly Denial[] {
  return current === policyVersion
    ? []
    : [{code: 'policyOutdated', loaded: policyVersion, current: String(current)}]
}

function person(actor: Actor): readonly Denial[] {
  if (actor.kind === 'anonymous') return [{code: 'notSignedIn'}]
  if (actor.kind !== 'person') return [{code: 'notAPerson'}]
  return typeof actor.personId === 'string' && actor.personId !== ''
    ? []
    : [{code: 'personUnknown'}]
}

function role(actor: Actor, anyOf: readonly RoleName[]): readonly Denial[] {
  if (actor.kind === 'anonymous') return [{code: 'notSignedIn'}]
  return anyOf.some((name) => actor.roles.includes(name)) ? [] : [{code: 'roleMissing', anyOf}]
}

function governed({subject}: Facts): readonly Denial[] {
  return isGoverned(subject.type) ? [] : [{code: 'notGoverned', type: subject.type}]
}

function draftThere({subject}: Facts): readonly Denial[] {
  if (subject.draft === null) return [{code: 'documentMissing'}]
  return subject.draft.digest === null ? [{code: 'contentUnreadable'}] : []
}

function wordsThere({subject}: Facts): readonly Denial[] {
  const version = subject.draft ?? subject.live
  if (version === null) return [{code: 'documentMissing'}]
  return version.digest === null || version.closureDigest === null
    ? [{code: 'contentUnreadable'}]
    : []
}

function live({subject}: Facts): readonly Denial[] {
  return subject.live === null ? [{code: 'notLive'}] : []
}

/** Asking again for the same words is pointless; asking for changed ones moves the request on. */
function notRunning({request, subject}: Facts): readonly Denial[] {
  return request !== null && request.digest === subject.draft?.digest
    ? [{code: 'alreadyInReview'}]
    : []
}

function standingRefusal({changesRequested}: Facts): readonly Denial[] {
  return changesRequested === null
    ? []
    : [{code: 'changesRequested', by: changesRequested.name, note: changesRequested.note}]
}

function reason(text: string): readonly Denial[] {
  return text.trim() === '' ? [{code: 'reasonMissing'}] : []
}

function credentialThere({subject}: Facts): readonly Denial[] {
  if (subject.type !== 'reviewerCredential') return [{code: 'notACredential'}]
  if (subject.live === null) return [{code: 'documentMissing'}]
  return subject.live.digest === null ? [{code: 'contentUnreadable'}] : []
}

function notOwn({actor, subject, credentials, contributors}: Facts): readonly Denial[] {
  const denials: Denial[] = []
  const credential = credentials.find(({id}) => id === subject.id)
  if (credential === undefined) denials.push({code: 'documentMissing'})
  if (actor.kind === 'person' && credential?.holder === actor.personId)
    denials.push({code: 'ownCredential'})
  if (contributors.some((party) => sameParty(party, actor)))
    denials.push({code: 'wroteTheCredential'})
  if (credential?.state === 'active') denials.push({code: 'alreadyVerified'})
  return denials
}

function source({
  method,
  sourceUrl,
}: Extract<Command, {type: 'verifyCredential'}>): readonly Denial[] {
  return method.trim() !== '' && /^https?:\/\/\S+$/.test(sourceUrl) ? [] : [{code: 'sourceMissing'}]
}

function sameParty(party: Party, actor: Actor): boolean {
  if (actor.kind === 'anonymous') return false
  if (party.userId === actor.userId) return true
  return actor.kind === 'person' && actor.personId !== null && party.personId === actor.personId
}

/** Every command that has an answer of yes right now, among those asked. */
export function availableCommands(
  facts: Facts,
  commands: readonly Command[],
): readonly Command['type'][] {
  return commands.filter((command) => decide(facts, command).allowed).map(({type}) => type)
}

/** True when the caller saw something that is no longer so: reload and look again. */
export function isStale(denials: readonly Denial[]): boolean {
  const stale = ['contentChanged', 'closureChanged', 'policyOutdated', 'attestationOutdated']
  return denials.length > 0 && denials.every(({code}) => stale.includes(code))
}
