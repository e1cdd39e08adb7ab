import {type JsonObject} from '../../../lake/document.ts'
import {type LedgerRecord, type View} from '../../../lake/guard.ts'
import {
  type Assignee,
  type Consequence,
  type Facts,
  type Meaning,
  type Party,
  type ReviewComment,
  type SignedCredential,
  type SignOff,
  type Trigger,
  type VoidReason,
} from '../policy/index.ts'

/** What the ledger says of one document, read in the order in which it was written. */
export interface Standing extends Pick<
  Facts,
  | 'signOffs'
  | 'carried'
  | 'marks'
  | 'request'
  | 'objection'
  | 'comments'
  | 'recusals'
  | 'schedule'
  | 'withdrawn'
> {
  /** The decision on the policy that the live words went live under. */
  readonly livePolicy: number | null
  /** Of the words that were published last. */
  readonly publishedDigest: string | null
}

const nothing: Standing = {
  signOffs: [],
  carried: [],
  marks: [],
  request: null,
  objection: null,
  comments: [],
  recusals: [],
  schedule: null,
  withdrawn: null,
  livePolicy: null,
  publishedDigest: null,
}

export function standing(view: Pick<View, 'ledger'>, subject: string): Standing {
  return view.ledger(subject).reduce(applied, nothing)
}

export function text(body: JsonObject, field: string): string {
  const value = body[field]
  return typeof value === 'string' ? value : ''
}

/** The kinds that are not named here (`refused`, `stageReached` ...) tell of what happened and change nothing. */
function applied(before: Standing, record: LedgerRecord): Standing {
  const {kind, body, at, seq} = record
  const by = {personId: text(body, 'personId'), name: text(body, 'name')}
  switch (kind) {
    case 'submitted':
      return {...before, request: requestOf(record), objection: null}
    case 'requestCancelled':
      return {...before, request: null}
    case 'claimed':
      return {...before, request: before.request && {...before.request, claimedBy: by}}
    case 'delegated':
      return {
        ...before,
        request: before.request && {...before.request, to: assigneeOf(body['to']), claimedBy: null},
      }
    case 'changesRequested':
    case 'refusedToSign':
      return {
        ...before,
        request: null,
        objection: {
          seq,
          kind: kind === 'refusedToSign' ? 'refused' : 'changesRequested',
          ...by,
          at,
          note: text(body, 'note'),
        },
      }
    case 'recused':
      return {
        ...before,
        request: before.request && released(before.request, by.personId),
        recusals: [...before.recusals, {personId: by.personId, at, reason: text(body, 'reason')}],
      }
    case 'commented':
      return {...before, comments: [...before.comments, commentOf(record)]}
    case 'commentResolved':
      return {
        ...before,
        comments: before.comments.map((comment) =>
          comment.seq === body['comment']
            ? {...comment, resolved: {by: by.name, at, answer: text(body, 'answer')}}
            : comment,
        ),
      }
    case 'signedOff':
      return {
        ...before,
        signOffs: [...before.signOffs, signOffOf(record)],
        // Whoever signs has nothing left to say against the words.
        comments: before.comments.map((comment) =>
          comment.personId === by.personId && comment.resolved === null
            ? {...comment, resolved: {by: by.name, at, answer: ''}}
            : comment,
        ),
      }
    case 'revoked':
      return changed(before, body['signOff'], (signOff) => ({
        ...signOff,
        revoked: {at, by: by.name, reason: text(body, 'reason')},
      }))
    case 'voided':
      return changed(before, body['signOff'], (signOff) => ({
        ...signOff,
        voided: {at, reason: text(body, 'reason') as VoidReason},
      }))
    case 'carried':
      return {
        ...before,
        carried: [
          ...before.carried,
          {from: text(body, 'from'), to: text(body, 'to'), marks: body['marks'] === true},
        ],
      }
    case 'marked':
      return {
        ...before,
        marks: [
          ...before.marks,
          {
            at,
            trigger: text(body, 'trigger') as Trigger,
            about: text(body, 'about'),
            consequence: text(body, 'consequence') as Consequence,
          },
        ],
      }
    case 'unmarked':
      return {...before, marks: before.marks.filter(({about}) => about !== body['about'])}
    case 'scheduled':
      return {
        ...before,
        schedule: {
          at: text(body, 'publishAt'),
          by: partyOf(record),
          byName: by.name,
          digest: text(body, 'digest'),
        },
      }
    case 'unscheduled':
    case 'scheduleFailed':
      return {...before, schedule: null}
    case 'published': {
      // The same words once more are no new round: who stepped back has, and bad news about them holds.
      const again = before.publishedDigest === text(body, 'digest')
      return {
        ...before,
        request: null,
        objection: null,
        schedule: null,
        withdrawn: null,
        marks: again ? before.marks : [],
        recusals: again ? before.recusals : [],
        livePolicy: typeof body['policyRevision'] === 'number' ? body['policyRevision'] : 0,
        publishedDigest: text(body, 'digest'),
      }
    }
    case 'sharedPublished':
      return {...before, request: null}
    case 'withdrawn':
      return {
        ...before,
        request: null,
        schedule: null,
        withdrawn: {at, by: by.name, reason: text(body, 'reason')},
      }
    default:
      return before
  }
}

function changed(before: Standing, seq: unknown, change: (signOff: SignOff) => SignOff): Standing {
  return {
    ...before,
    signOffs: before.signOffs.map((signOff) => (signOff.seq === seq ? change(signOff) : signOff)),
  }
}

/** Whoever steps back no longer has the review; it goes to everybody who may. */
function released(
  request: NonNullable<Facts['request']>,
  personId: string,
): NonNullable<Facts['request']> {
  return {
    ...request,
    to: request.to?.personId === personId ? null : request.to,
    claimedBy: request.claimedBy?.personId === personId ? null : request.claimedBy,
  }
}

function requestOf(record: LedgerRecord): Facts['request'] {
  const {body, at} = record
  return {
    by: partyOf(record),
    byName: text(body, 'name'),
    at,
    digest: text(body, 'digest'),
    note: text(body, 'note'),
    to: assigneeOf(body['to']),
    due: text(body, 'due') || null,
    claimedBy: null,
    shared: texts(body['shared']),
  }
}

function assigneeOf(value: unknown): Assignee | null {
  if (typeof value !== 'object' || value === null) return null
  const {personId, name} = value as JsonObject
  return typeof personId === 'string' && typeof name === 'string' ? {personId, name} : null
}

export function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

export function partyOf(record: LedgerRecord): Party {
  const personId = record.body['personId']
  return {userId: record.actor, personId: typeof personId === 'string' ? personId : null}
}

function commentOf({seq, at, body}: LedgerRecord): ReviewComment {
  return {
    seq,
    at,
    personId: text(body, 'personId'),
    name: text(body, 'name'),
    path: text(body, 'path'),
    quote: text(body, 'quote'),
    text: text(body, 'text'),
    blocking: body['blocking'] === true,
    resolved: null,
  }
}

function signOffOf({seq, at, body}: LedgerRecord): SignOff {
  return {
    seq,
    at,
    personId: text(body, 'personId'),
    name: text(body, 'name'),
    digest: text(body, 'digest'),
    closureDigest: text(body, 'closureDigest'),
    credentials: (body['credentials'] ?? []) as unknown as readonly SignedCredential[],
    meaning: (text(body, 'meaning') || 'approved') as Meaning,
    policyVersion: text(body, 'policyVersion'),
    anticipates: (body['anticipates'] ?? []) as unknown as SignOff['anticipates'],
    revoked: null,
    voided: null,
  }
}
