import {type JsonObject} from '../../../lake/document.ts'
import {type LedgerRecord, type View} from '../../../lake/guard.ts'
import {
  type Facts,
  type Party,
  type SignedCredential,
  type SignOff,
  type VoidReason,
} from '../policy/index.ts'

/** What the ledger says of one document, read in the order in which it was written. */
export interface Standing {
  readonly signOffs: readonly SignOff[]
  readonly request: Facts['request']
  readonly changesRequested: Facts['changesRequested']
  readonly withdrawn: Facts['withdrawn']
}

const nothing: Standing = {signOffs: [], request: null, changesRequested: null, withdrawn: null}

export function standing(view: View, subject: string): Standing {
  return view.ledger(subject).reduce(applied, nothing)
}

function text(body: JsonObject, field: string): string {
  const value = body[field]
  return typeof value === 'string' ? value : ''
}

/** The kinds that are not named here (`published`, `refused` ...) tell of what happened and change nothing. */
function applied(before: Standing, record: LedgerRecord): Standing {
  const {kind, body, at, seq} = record
  switch (kind) {
    case 'submitted':
      return {
        ...before,
        request: {by: partyOf(record), at, digest: text(body, 'digest')},
        changesRequested: null,
      }
    case 'changesRequested':
      return {
        ...before,
        request: null,
        changesRequested: {
          seq,
          personId: text(body, 'personId'),
          name: text(body, 'name'),
          at,
          note: text(body, 'note'),
        },
      }
    case 'signedOff':
      return {...before, signOffs: [...before.signOffs, signOffOf(record)]}
    case 'revoked':
      return changed(before, body['signOff'], (signOff) => ({
        ...signOff,
        revoked: {at, by: record.actor, reason: text(body, 'reason')},
      }))
    case 'voided':
      return changed(before, body['signOff'], (signOff) => ({
        ...signOff,
        voided: {at, reason: text(body, 'reason') as VoidReason},
      }))
    case 'published':
      return {...before, request: null, changesRequested: null, withdrawn: null}
    case 'withdrawn':
      return {
        ...before,
        request: null,
        withdrawn: {at, by: text(body, 'name'), reason: text(body, 'reason')},
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

function partyOf(record: LedgerRecord): Party {
  const personId = record.body['personId']
  return {userId: record.actor, personId: typeof personId === 'string' ? personId : null}
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
    policyVersion: text(body, 'policyVersion'),
    revoked: null,
    voided: null,
  }
}
