import {
  type Actor,
  attestation,
  type CitedWork,
  type Command,
  type Credential,
  defaultPolicy,
  type Facts,
  type Objection,
  type Policy,
  policySubject,
  policyVersion,
  type Proposal,
  type ReviewComment,
  type Reviewer,
  type ReviewRequest,
  type RoleName,
  type SignedCredential,
  type SignOff,
  type Version,
} from '../../plugins/review-workflow/policy/index.ts'

export type Person = Extract<Actor, {kind: 'person'}>

export const now = '2026-06-01T12:00:00.000Z'

export function person(name: string, ...roles: readonly RoleName[]): Person {
  return {kind: 'person', userId: `user-${name}`, personId: `person-${name}`, name, roles}
}

export const edith = person('edith', 'editor')
/** A therapist. */
export const tess = person('tess', 'reviewer')
/** A sleep physician. */
export const sam = person('sam', 'reviewer')
export const rita = person('rita', 'registrar')
export const ada = person('ada', 'administrator')
export const vic = person('vic', 'viewer')
export const anonymous: Actor = {kind: 'anonymous'}
export const operator: Actor = {kind: 'operator', userId: 'operator', roles: ['administrator']}
export function robot(...roles: readonly string[]): Actor {
  return {kind: 'robot', userId: 'robot', name: 'importer', roles}
}

export function party({userId, personId}: Person) {
  return {userId, personId}
}

export function reviewer({userId, personId, name, roles}: Person): Reviewer {
  return {userId, personId: personId ?? '', name, roles}
}

/** What its journal says of the one trial that a page cites. */
export function trial(
  status: CitedWork['status'] = 'noneFound',
  checkedOn: string | null = '2026-05-31',
): CitedWork {
  return {id: 'trial', status, checkedOn}
}

/** Words that either family may sign alone. */
export function version(overrides: Partial<Version> = {}): Version {
  return {
    digest: 'words',
    closureDigest: 'closure',
    topics: ['massagePractice'],
    authors: [],
    works: [],
    ...overrides,
  }
}

/** A credential of a therapist, verified by the registrar and in force. */
export function credential(overrides: Partial<Credential> = {}): Credential {
  return {
    id: 'credential-tess',
    holder: 'person-tess',
    typeCode: 'BCTMB',
    jurisdiction: 'US-CA',
    discipline: null,
    issued: '2025-01-01',
    expires: '2027-01-01',
    noExpiryReason: null,
    state: 'active',
    verifiedBy: party(rita),
    verifiedOn: '2026-05-15',
    numberTaken: false,
    ...overrides,
  }
}

export function sleepCredential(overrides: Partial<Credential> = {}): Credential {
  return credential({
    id: 'credential-sam',
    holder: 'person-sam',
    typeCode: 'ABMS-SM',
    ...overrides,
  })
}

export function signedCredential(overrides: Partial<SignedCredential> = {}): SignedCredential {
  return {
    id: 'credential-tess',
    typeCode: 'BCTMB',
    label: 'Board Certified in Therapeutic Massage & Bodywork (BCTMB), NCBTMB',
    families: ['MT-CERT'],
    jurisdiction: 'US-CA',
    discipline: null,
    issued: '2025-01-01',
    expires: '2027-01-01',
    ...overrides,
  }
}

export const signedSleepCredential = signedCredential({
  id: 'credential-sam',
  typeCode: 'ABMS-SM',
  label: 'Board Certified in Sleep Medicine, an ABMS member board',
  families: ['SLP-MED'],
})

/** The therapist's sign-off of the words that `version()` makes. */
export function signOff(overrides: Partial<SignOff> = {}): SignOff {
  return {
    seq: 1,
    personId: 'person-tess',
    name: 'tess',
    at: '2026-05-01T09:00:00.000Z',
    digest: 'words',
    closureDigest: 'closure',
    credentials: [signedCredential()],
    meaning: 'approved',
    policyVersion,
    anticipates: [],
    revoked: null,
    voided: null,
    ...overrides,
  }
}

export function sleepSignOff(overrides: Partial<SignOff> = {}): SignOff {
  return signOff({
    seq: 2,
    personId: 'person-sam',
    name: 'sam',
    credentials: [signedSleepCredential],
    ...overrides,
  })
}

export interface Overrides extends Partial<Omit<Facts, 'subject'>> {
  readonly id?: string
  readonly type?: string
  readonly draft?: Version | null
  readonly live?: Version | null
}

/** An article that nobody has signed or published, seen by its editor; the reviewers hold good credentials. */
export function facts({id, type, draft, live, ...overrides}: Overrides = {}): Facts {
  return {
    now,
    policyVersion,
    policy: defaultPolicy,
    livePolicy: defaultPolicy,
    actor: edith,
    subject: {
      id: id ?? 'page',
      type: type ?? 'article',
      draft: draft === undefined ? version() : draft,
      live: live ?? null,
    },
    contributors: [party(edith)],
    signOffs: [],
    carried: [],
    marks: [],
    request: null,
    objection: null,
    comments: [],
    recusals: [],
    schedule: null,
    withdrawn: null,
    credentials: [credential(), sleepCredential()],
    reviewers: [reviewer(tess), reviewer(sam)],
    proposal: null,
    ...overrides,
  }
}

/** The registrar in front of the therapist's credential, which nobody has verified yet. */
export function credentialFacts(overrides: Overrides = {}): Facts {
  return facts({
    actor: rita,
    id: 'credential-tess',
    type: 'reviewerCredential',
    draft: null,
    live: version({topics: []}),
    contributors: [party(ada)],
    credentials: [credential({state: 'pending', verifiedBy: null})],
    ...overrides,
  })
}

type CommandOf<T extends Command['type']> = Extract<Command, {readonly type: T}>

export function signOffCommand(
  overrides: Partial<CommandOf<'signOff'>> = {},
): CommandOf<'signOff'> {
  return {
    type: 'signOff',
    digest: 'words',
    closureDigest: 'closure',
    factors: ['password'],
    conflictOfInterest: 'none',
    conflictStatement: null,
    attestation: attestation.id,
    checklist: {},
    notes: null,
    ...overrides,
  }
}

export const submit: CommandOf<'submit'> = {
  type: 'submit',
  to: null,
  due: null,
  note: '',
  shared: [],
}
export const publish: Command = {type: 'publish'}
export const requestChanges: CommandOf<'requestChanges'> = {
  type: 'requestChanges',
  note: 'Cite the trial',
}
export const revoke: CommandOf<'revoke'> = {type: 'revoke', reason: 'I erred', signOff: null}
export const withdraw: CommandOf<'withdraw'> = {type: 'withdraw', reason: 'Harmful advice'}
export const verifyCredential: CommandOf<'verifyCredential'> = {
  type: 'verifyCredential',
  digest: 'words',
  method: 'publicRegister',
  sourceUrl: 'https://example.org/register',
  checkedOn: '2026-05-30',
}
export const suspendCredential: CommandOf<'suspendCredential'> = {
  type: 'suspendCredential',
  reason: 'The board told us',
}

/** A reviewer's standing request for changes. */
export const objection: Objection = {
  seq: 9,
  kind: 'changesRequested',
  personId: 'person-sam',
  name: 'sam',
  at: '2026-05-20T09:00:00.000Z',
  note: 'Cite the trial',
}

/** The editor's running request, of the words that `version()` makes, to everybody who may sign. */
export function request(overrides: Partial<ReviewRequest> = {}): ReviewRequest {
  return {
    by: party(edith),
    byName: 'edith',
    at: '2026-05-25T09:00:00.000Z',
    digest: 'words',
    note: '',
    to: null,
    due: null,
    claimedBy: null,
    shared: [],
    ...overrides,
  }
}

/** The sleep physician's remark that blocks. */
export function comment(overrides: Partial<ReviewComment> = {}): ReviewComment {
  return {
    seq: 11,
    personId: 'person-sam',
    name: 'sam',
    at: '2026-05-21T09:00:00.000Z',
    path: 'summary',
    quote: 'every night',
    text: 'Which trial says so?',
    blocking: true,
    resolved: null,
    ...overrides,
  }
}

export const revocation: NonNullable<SignOff['revoked']> = {
  at: '2026-05-10T09:00:00.000Z',
  by: 'user-tess',
  reason: 'I erred',
}

export function voidedFor(
  reason: NonNullable<SignOff['voided']>['reason'],
): NonNullable<SignOff['voided']> {
  return {at: '2026-05-10T09:00:00.000Z', reason}
}

/** The server, when a scheduled moment has come. */
export const clock: Actor = {kind: 'clock', userId: 'clock', roles: []}

/** The editor's scheduled publication of the words that `version()` makes. */
export const schedule: NonNullable<Facts['schedule']> = {
  at: '2026-06-02T09:00:00.000Z',
  by: party(edith),
  byName: 'edith',
  digest: 'words',
}

export function renewCommand(overrides: Partial<CommandOf<'renew'>> = {}): CommandOf<'renew'> {
  const {notes, type, ...signature} = signOffCommand()
  return {type: 'renew', ...signature, ...overrides}
}

/** A live page without a draft, signed by the therapist, seen by its editor. */
export function liveFacts(overrides: Overrides = {}): Facts {
  return facts({draft: null, live: version(), signOffs: [signOff()], ...overrides})
}

/** The policy in front of the registrar. */
export function policyFacts(overrides: Overrides = {}): Facts {
  return facts({
    actor: rita,
    id: policySubject,
    type: policySubject,
    draft: null,
    contributors: [],
    ...overrides,
  })
}

export const stricter: Policy = {...defaultPolicy, revision: 1, graceDays: 30}

/** The administrator's proposal of a stricter policy. */
export function proposal(overrides: Partial<Proposal> = {}): Proposal {
  return {
    seq: 21,
    by: party(ada),
    byName: 'ada',
    at: '2026-05-30T09:00:00.000Z',
    reason: 'Ninety days are too many',
    policy: stricter,
    hash: 'stricter',
    ...overrides,
  }
}

export const proposePolicy: CommandOf<'proposePolicy'> = {
  type: 'proposePolicy',
  policy: stricter,
  reason: 'Ninety days are too many',
  factors: ['password'],
}
export const adoptPolicy: CommandOf<'adoptPolicy'> = {
  type: 'adoptPolicy',
  hash: 'stricter',
  factors: ['password'],
}
export const declinePolicy: CommandOf<'declinePolicy'> = {
  type: 'declinePolicy',
  reason: 'Thirty days are too few',
}
