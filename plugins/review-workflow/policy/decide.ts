import {
  credentialAsSeen,
  credentialThere,
  credentialVerifiable,
  notRevoked,
  sourceNamed,
} from './credentialRules.ts'
import {different, otherPerson, proposalAsSeen, proposed, sound, thePolicy} from './policyRules.ts'
import {qualification} from './qualification.ts'
import {
  answered,
  assigneeAble,
  claimable,
  handsOn,
  inReview,
  mayReview,
  newHolder,
  newRequest,
  resolvable,
} from './requestRules.ts'
import {
  ahead,
  attested,
  checkedSources,
  checklistPassed,
  commentsResolved,
  conflictAnswered,
  exists,
  governed,
  independent,
  isPerson,
  notPast,
  notRecused,
  objectionAnswered,
  person,
  readable,
  reason,
  reauthenticated,
  role,
  seenAsItIs,
  soundSources,
  unchanged,
  upToDate,
} from './rules.ts'
import {isCommand, isFacts} from './shape.ts'
import {isStanding, signedness} from './signOffs.ts'
import {type Command, type Decision, type Denial, type Facts, type Signature} from './types.ts'

type Denials = readonly Denial[]
type Allowance = Omit<Extract<Decision, {allowed: true}>, 'allowed'>
type Of<T extends Command['type']> = Extract<Command, {type: T}>

/**
 * May this actor do this now? Every reason at once when not. Total: facts and commands that cannot be read are a no.
 * Rules ask for what must be there, never for what must not, so that a missing fact denies.
 */
export function decide(facts: Facts, command: Command): Decision {
  if (!isFacts(facts) || !isCommand(command)) return refused([{code: 'factsUnreadable'}])
  switch (command.type) {
    case 'submit':
      return submit(facts, command)
    case 'cancelRequest':
      return cancelRequest(facts)
    case 'claim':
      return claim(facts)
    case 'delegate':
      return delegate(facts, command)
    case 'requestChanges':
      return object(facts, command.note)
    case 'refuse':
      return object(facts, command.reason)
    case 'recuse':
      return recuse(facts, command)
    case 'comment':
      return comment(facts, command)
    case 'resolveComment':
      return resolveComment(facts, command)
    case 'signOff':
      return sign(facts, command, [])
    case 'renew':
      return sign(facts, command, unchanged(facts))
    case 'publish':
      return publish(facts, [])
    case 'schedule':
      return publish(facts, ahead(command.at, facts.now))
    case 'unschedule':
      return unschedule(facts)
    case 'revoke':
      return revoke(facts, command)
    case 'withdraw':
      return withdraw(facts, command)
    case 'verifyCredential':
      return verifyCredential(facts, command)
    case 'suspendCredential':
      return endCredential(facts, command)
    case 'revokeCredential':
      return endCredential(facts, command)
    case 'proposePolicy':
      return proposePolicy(facts, command)
    case 'adoptPolicy':
      return adoptPolicy(facts, command)
    case 'declinePolicy':
      return declinePolicy(facts, command)
  }
}

function submit(facts: Facts, command: Of<'submit'>): Decision {
  return verdict([
    ...upToDate(facts),
    ...role(facts.actor, ['editor', 'administrator']),
    ...governed(facts),
    ...readable(facts),
    // A fresh review of the same words does not mend a retracted work.
    ...(unchanged(facts).length === 0 && command.shared.length === 0 ? soundSources(facts) : []),
    ...newRequest(facts, command),
    ...answered(facts, command.note),
    ...assigneeAble(facts, command.to),
    ...notPast(command.due, facts.now),
  ])
}

function cancelRequest(facts: Facts): Decision {
  return verdict([
    ...role(facts.actor, ['editor', 'administrator']),
    ...governed(facts),
    ...inReview(facts),
  ])
}

function claim(facts: Facts): Decision {
  return verdict([
    ...upToDate(facts),
    ...governed(facts),
    ...inReview(facts),
    ...claimable(facts),
    ...mayReview(facts),
  ])
}

function delegate(facts: Facts, {to}: Of<'delegate'>): Decision {
  return verdict([
    ...upToDate(facts),
    ...person(facts.actor),
    ...governed(facts),
    ...inReview(facts),
    ...handsOn(facts),
    ...newHolder(facts, to),
    ...assigneeAble(facts, to),
  ])
}

/** A no: what has to change, or that nothing like this will be signed. */
function object(facts: Facts, text: string): Decision {
  return verdict([
    ...upToDate(facts),
    ...person(facts.actor),
    ...role(facts.actor, ['reviewer']),
    ...governed(facts),
    ...readable(facts),
    ...reason(text),
  ])
}

function recuse(facts: Facts, command: Of<'recuse'>): Decision {
  return verdict([
    ...person(facts.actor),
    ...role(facts.actor, ['reviewer']),
    ...governed(facts),
    ...exists(facts),
    ...notRecused(facts),
    ...reason(command.reason),
  ])
}

function comment(facts: Facts, {text, blocking}: Of<'comment'>): Decision {
  return verdict([
    ...person(facts.actor),
    ...role(facts.actor, blocking ? ['reviewer'] : ['editor', 'reviewer', 'administrator']),
    ...governed(facts),
    ...exists(facts),
    ...(text.trim() === '' ? [{code: 'textMissing'} as const] : []),
  ])
}

function resolveComment(facts: Facts, {comment: seq, answer}: Of<'resolveComment'>): Decision {
  return verdict([...person(facts.actor), ...governed(facts), ...resolvable(facts, seq, answer)])
}

function sign(facts: Facts, signature: Signature, further: Denials): Decision {
  const {credentials, denials} = qualification(facts)
  return verdict(
    [
      ...upToDate(facts),
      ...person(facts.actor),
      ...role(facts.actor, ['reviewer']),
      ...governed(facts),
      ...further,
      ...objectionAnswered(facts),
      ...seenAsItIs(facts, signature),
      ...soundSources(facts),
      ...independent(facts),
      ...notRecused(facts),
      ...denials,
      ...checklistPassed(signature),
      ...reauthenticated(signature),
      ...attested(signature),
      ...conflictAnswered(signature),
    ],
    {credentials, signOffs: []},
  )
}

function publish(facts: Facts, further: Denials): Decision {
  const {draft: words} = facts.subject
  const before = [
    ...upToDate(facts),
    ...role(facts.actor, ['editor', 'administrator']),
    ...governed(facts),
    ...further,
    ...objectionAnswered(facts),
    ...commentsResolved(facts),
  ]
  if (words === null) return verdict([...before, {code: 'nothingToPublish'}])
  const {signOffs, lacking} = signedness(words, facts, 'publishing')
  const sources = [...readable(facts), ...soundSources(facts), ...checkedSources(facts)]
  return verdict([...before, ...sources, ...lacking], {
    credentials: [],
    signOffs: signOffs.map(({seq}) => seq),
  })
}

function unschedule(facts: Facts): Decision {
  return verdict([
    ...role(facts.actor, ['editor', 'administrator']),
    ...governed(facts),
    ...(facts.schedule === null ? [{code: 'nothingScheduled'} as const] : []),
  ])
}

/** Whoever signed may take it back, whatever has become of their role. */
function revoke(facts: Facts, command: Of<'revoke'>): Decision {
  const {actor} = facts
  const named = facts.signOffs.filter(
    (signOff) => isStanding(signOff) && (command.signOff ?? signOff.seq) === signOff.seq,
  )
  const own = named.filter(({personId}) => isPerson(actor, personId))
  const authority = role(actor, ['reviewer', 'registrar', 'administrator'])
  const ended = authority.length === 0 ? named : own
  return verdict(
    [
      ...upToDate(facts),
      ...person(actor),
      ...(ended.length > 0 ? [] : authority),
      ...governed(facts),
      ...reason(command.reason),
      ...(named.length > 0 ? [] : [{code: 'nothingToRevoke'} as const]),
    ],
    {credentials: [], signOffs: ended.map(({seq}) => seq).sort((one, other) => one - other)},
  )
}

/** Always easy: no sign-off, no second person, and machines with the role may do it too. */
function withdraw(facts: Facts, command: Of<'withdraw'>): Decision {
  return verdict([
    ...role(facts.actor, ['editor', 'reviewer', 'administrator']),
    ...governed(facts),
    ...(facts.subject.live === null ? [{code: 'notLive'} as const] : []),
    ...reason(command.reason),
  ])
}

function verifyCredential(facts: Facts, command: Of<'verifyCredential'>): Decision {
  return verdict([
    ...upToDate(facts),
    ...person(facts.actor),
    ...role(facts.actor, ['registrar']),
    ...credentialThere(facts),
    ...credentialAsSeen(facts, command),
    ...notRevoked(facts),
    ...credentialVerifiable(facts, command),
    ...sourceNamed(facts, command),
  ])
}

function endCredential(
  facts: Facts,
  command: Of<'suspendCredential'> | Of<'revokeCredential'>,
): Decision {
  return verdict([
    ...person(facts.actor),
    ...role(facts.actor, ['registrar', 'administrator']),
    ...credentialThere(facts),
    ...notRevoked(facts),
    ...reason(command.reason),
  ])
}

function proposePolicy(facts: Facts, command: Of<'proposePolicy'>): Decision {
  return verdict([
    ...mayDecidePolicy(facts),
    ...sound(command.policy),
    ...different(facts, command.policy),
    ...reason(command.reason),
    ...reauthenticated(command),
  ])
}

function adoptPolicy(facts: Facts, command: Of<'adoptPolicy'>): Decision {
  return verdict([
    ...mayDecidePolicy(facts),
    ...proposed(facts),
    ...proposalAsSeen(facts, command.hash),
    ...otherPerson(facts),
    ...reauthenticated(command),
  ])
}

function declinePolicy(facts: Facts, command: Of<'declinePolicy'>): Decision {
  return verdict([...mayDecidePolicy(facts), ...proposed(facts), ...reason(command.reason)])
}

function mayDecidePolicy(facts: Facts): Denials {
  return [
    ...upToDate(facts),
    ...person(facts.actor),
    ...role(facts.actor, ['administrator', 'registrar', 'reviewer']),
    ...thePolicy(facts),
  ]
}

function refused(denials: Denials): Decision {
  return {allowed: false, denials}
}

function verdict(
  denials: Denials,
  allowance: Allowance = {credentials: [], signOffs: []},
): Decision {
  const once = new Map(denials.map((denial) => [JSON.stringify(denial), denial]))
  return once.size > 0 ? refused([...once.values()]) : {allowed: true, ...allowance}
}

const staleCodes: readonly Denial['code'][] = [
  'contentChanged',
  'closureChanged',
  'policyOutdated',
  'attestationOutdated',
  'proposalChanged',
]

/** True when the caller saw something that is no longer so: reload and look again. */
export function isStale(denials: Denials): boolean {
  return denials.length > 0 && denials.every(({code}) => staleCodes.includes(code))
}
