import {qualification} from './qualification.ts'
import {
  attested,
  conflictAnswered,
  credentialThere,
  credentialVerifiable,
  draft,
  governed,
  independent,
  newRequest,
  person,
  readable,
  reason,
  reauthenticated,
  refusalAnswered,
  role,
  seenAsItIs,
  sourceNamed,
  soundSources,
  upToDate,
} from './rules.ts'
import {isCommand, isFacts} from './shape.ts'
import {signedness} from './signOffs.ts'
import {type Command, type Decision, type Denial, type Facts} from './types.ts'

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
      return submit(facts)
    case 'requestChanges':
      return requestChanges(facts, command)
    case 'signOff':
      return signOff(facts, command)
    case 'publish':
      return publish(facts)
    case 'revoke':
      return revoke(facts, command)
    case 'withdraw':
      return withdraw(facts, command)
    case 'verifyCredential':
      return verifyCredential(facts, command)
    case 'suspendCredential':
      return suspendCredential(facts, command)
  }
}

function submit(facts: Facts): Decision {
  return verdict([
    ...upToDate(facts),
    ...role(facts.actor, ['editor', 'administrator']),
    ...governed(facts),
    ...draft(facts),
    ...newRequest(facts),
  ])
}

function requestChanges(facts: Facts, {note}: Of<'requestChanges'>): Decision {
  return verdict([
    ...upToDate(facts),
    ...person(facts.actor),
    ...role(facts.actor, ['reviewer']),
    ...governed(facts),
    ...draft(facts),
    ...reason(note),
  ])
}

function signOff(facts: Facts, command: Of<'signOff'>): Decision {
  const {credentials, denials} = qualification(facts)
  return verdict(
    [
      ...upToDate(facts),
      ...person(facts.actor),
      ...role(facts.actor, ['reviewer']),
      ...governed(facts),
      ...refusalAnswered(facts),
      ...seenAsItIs(facts, command),
      ...soundSources(facts),
      ...independent(facts),
      ...denials,
      ...reauthenticated(command),
      ...attested(command),
      ...conflictAnswered(command),
    ],
    {credentials, signOffs: []},
  )
}

function publish(facts: Facts): Decision {
  const {draft: words} = facts.subject
  const before = [
    ...upToDate(facts),
    ...role(facts.actor, ['editor', 'administrator']),
    ...governed(facts),
    ...refusalAnswered(facts),
  ]
  if (words === null) return verdict([...before, {code: 'nothingToPublish'}])
  const {signOffs, lacking} = signedness(words, facts, 'publishing')
  return verdict([...before, ...readable(facts), ...soundSources(facts), ...lacking], {
    credentials: [],
    signOffs: signOffs.map(({seq}) => seq),
  })
}

/** Whoever signed may take it back, whatever has become of their role. */
function revoke(facts: Facts, command: Of<'revoke'>): Decision {
  const {actor} = facts
  const named = facts.signOffs.filter(
    ({seq, revoked, voided}) =>
      revoked === null && voided === null && (command.signOff ?? seq) === seq,
  )
  const own = named.filter(({personId}) => actor.kind === 'person' && personId === actor.personId)
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
    ...credentialVerifiable(facts),
    ...sourceNamed(command),
  ])
}

function suspendCredential(facts: Facts, command: Of<'suspendCredential'>): Decision {
  return verdict([
    ...person(facts.actor),
    ...role(facts.actor, ['registrar', 'administrator']),
    ...credentialThere(facts),
    ...reason(command.reason),
  ])
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
]

/** True when the caller saw something that is no longer so: reload and look again. */
export function isStale(denials: Denials): boolean {
  return denials.length > 0 && denials.every(({code}) => staleCodes.includes(code))
}
