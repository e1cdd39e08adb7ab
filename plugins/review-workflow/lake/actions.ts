import {draftId, type JsonObject} from '../../../lake/document.ts'
import {
  type ActionContext,
  type ActionOutcome,
  type LedgerEntry,
  type RegisteredAction,
} from '../../../lake/guard.ts'
import {
  attestationText,
  type Command,
  decide,
  type Decision,
  type Facts,
  policyHash,
  policyVersion,
} from '../policy/index.ts'
import {closure} from './closure.ts'
import {refused} from './denials.ts'
import {factsOf, signature} from './facts.ts'

/** What a review command reads from the wire, and what it puts in the record when the policy allows it. */
interface Definition {
  readonly fields: readonly string[]
  readonly command: (action: JsonObject, context: ActionContext) => Command
  readonly entries: (given: Allowed) => readonly LedgerEntry[]
  readonly mutations?: (given: Allowed) => readonly JsonObject[]
}

interface Allowed {
  readonly action: JsonObject
  readonly context: ActionContext
  readonly facts: Facts
  readonly decision: Extract<Decision, {allowed: true}>
  readonly subject: string
}

function text(action: JsonObject, field: string): string {
  const value = action[field]
  return typeof value === 'string' ? value : ''
}

function conflict(action: JsonObject): 'none' | 'disclosed' | 'mustRecuse' {
  const answer = action['conflictOfInterest']
  return answer === 'none' || answer === 'disclosed' ? answer : 'mustRecuse'
}

/** The record of one event, by whoever asked for it. */
function record(
  {context, subject}: Allowed,
  kind: string,
  body: JsonObject,
): readonly LedgerEntry[] {
  const {personId, name} = signature(context.actor)
  return [{kind, subject, body: {...body, personId, name}}]
}

function signedOff(given: Allowed): readonly LedgerEntry[] {
  const {action, context, facts, decision, subject} = given
  const version = facts.subject.draft ?? facts.subject.live
  const document = context.read(draftId(subject)) ?? context.read(subject)
  const attestation = text(action, 'attestation')
  return record(given, 'signedOff', {
    digest: version?.digest ?? null,
    closureDigest: version?.closureDigest ?? null,
    closure: document === null ? [] : closure(context, document).map((entry) => ({...entry})),
    topics: [...(version?.topics ?? [])],
    credentials: decision.credentials.map((credential) => ({
      ...credential,
      families: [...credential.families],
    })),
    meaning: 'approved',
    attestation,
    attestationText: attestationText(attestation),
    conflictOfInterest: conflict(action),
    conflictStatement: text(action, 'conflictStatement'),
    factors: [...context.factors],
    policyVersion,
    policyHash,
  })
}

const definitions: {readonly [name: string]: Definition} = {
  submit: {
    fields: ['publishedId'],
    command: () => ({type: 'submit'}),
    entries: (given) =>
      record(given, 'submitted', {
        digest: given.facts.subject.draft?.digest ?? null,
        note: text(given.action, 'note'),
      }),
  },
  requestChanges: {
    fields: ['publishedId', 'note'],
    command: (action) => ({type: 'requestChanges', note: text(action, 'note')}),
    entries: (given) => [
      ...record(given, 'changesRequested', {note: text(given.action, 'note')}),
      ...voids(given, 'changesRequested'),
    ],
  },
  signOff: {
    fields: [
      'publishedId',
      'digest',
      'closureDigest',
      'password',
      'conflictOfInterest',
      'attestation',
    ],
    command: (action, {factors}) => ({
      type: 'signOff',
      digest: text(action, 'digest'),
      closureDigest: text(action, 'closureDigest'),
      factors,
      conflictOfInterest: conflict(action),
      conflictStatement: text(action, 'conflictStatement') || null,
      attestation: text(action, 'attestation'),
    }),
    entries: signedOff,
  },
  revoke: {
    fields: ['publishedId', 'reason'],
    command: (action) => ({
      type: 'revoke',
      reason: text(action, 'reason'),
      signOff: typeof action['signOff'] === 'number' ? action['signOff'] : null,
    }),
    entries: (given) =>
      given.decision.signOffs.flatMap((signOff) =>
        record(given, 'revoked', {signOff, reason: text(given.action, 'reason')}),
      ),
    mutations: (given) => (endsLiveSignOff(given) ? takenDown(given) : []),
  },
  withdraw: {
    fields: ['publishedId', 'reason'],
    command: (action) => ({type: 'withdraw', reason: text(action, 'reason')}),
    entries: (given) => [
      ...record(given, 'withdrawn', {reason: text(given.action, 'reason')}),
      ...voids(given, 'withdrawn'),
    ],
    mutations: takenDown,
  },
  verifyCredential: {
    fields: ['publishedId', 'method', 'sourceUrl'],
    command: (action) => ({
      type: 'verifyCredential',
      method: text(action, 'method'),
      sourceUrl: text(action, 'sourceUrl'),
    }),
    entries: (given) =>
      record(given, 'credentialVerified', {
        digest: given.facts.subject.live?.digest ?? null,
        method: text(given.action, 'method'),
        sourceUrl: text(given.action, 'sourceUrl'),
      }),
  },
  suspendCredential: {
    fields: ['publishedId', 'reason'],
    command: (action) => ({type: 'suspendCredential', reason: text(action, 'reason')}),
    entries: (given) =>
      record(given, 'credentialSuspended', {reason: text(given.action, 'reason')}),
  },
}

function voids({facts, subject}: Allowed, reason: string): readonly LedgerEntry[] {
  return facts.signOffs
    .filter((signOff) => signOff.revoked === null && signOff.voided === null)
    .filter((signOff) => reason === 'withdrawn' || signOff.digest !== facts.subject.live?.digest)
    .map(({seq}) => ({kind: 'voided', subject, body: {signOff: seq, reason}}))
}

/** A page whose own words lose a sign-off does not stay up. */
function endsLiveSignOff({facts, decision}: Allowed): boolean {
  const ended = facts.signOffs.filter(({seq}) => decision.signOffs.includes(seq))
  return ended.some(({digest}) => digest === facts.subject.live?.digest)
}

/** The page comes down in the same transaction; its words are kept as a draft. */
function takenDown({context, subject}: Allowed): readonly JsonObject[] {
  const live = context.read(subject)
  if (live === null) return []
  const {_rev, _updatedAt, _system, ...words} = live
  const draft = {...words, _id: draftId(subject)}
  return [{createIfNotExists: draft}, {delete: {id: subject}}]
}

export const reviewActions: {readonly [actionType: string]: RegisteredAction} = Object.fromEntries(
  Object.entries(definitions).map(([name, definition]) => [
    `review.action.${name}`,
    registered(name, definition),
  ]),
)

function registered(
  name: string,
  {fields, command, entries, mutations}: Definition,
): RegisteredAction {
  return {
    malformed: (action) => {
      const missing = fields.filter((field) => typeof action[field] !== 'string')
      return missing.length === 0
        ? null
        : `review.action.${name} needs ${missing.map((field) => `"${field}"`).join(', ')}, each as text.`
    },
    subject: (action) => text(action, 'publishedId'),
    password: (action) => text(action, 'password') || null,
    run: (action, context): ActionOutcome => {
      const subject = text(action, 'publishedId')
      const facts = factsOf(context, context.actor, subject)
      const decision = decide(facts, command(action, context))
      if (!decision.allowed) return refused(decision.denials, subject)
      const allowed = {action, context, facts, decision, subject}
      return {allowed: true, entries: entries(allowed), mutations: mutations?.(allowed) ?? []}
    },
  }
}
