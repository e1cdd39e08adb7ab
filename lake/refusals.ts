import canonicalize from 'canonicalize'
import {type Actor, actorId, clock} from './actor.ts'
import {type JsonObject, publishedId} from './document.ts'
import {type LakeError, type LakeErrorCode} from './errors.ts'
import {type LedgerStamp} from './ledgerTable.ts'
import {type Store} from './store.ts'

/** Which way somebody came: the kind of request, or its verbs, and what it said that it was about. */
export interface Attempted {
  readonly type: string
  readonly subject?: string
}

/** What somebody was kept from. */
export interface Refusal {
  /** The published id of the document that it was about, where that is known. */
  readonly subject: string
  readonly door: string
  readonly codes: readonly string[]
}

/** What somebody was kept from: guards and actions that said no, grants that are not theirs, doors that are closed. */
const refusalCodes: readonly LakeErrorCode[] = [
  'refused',
  'stale',
  'insufficientPermissions',
  'releaseLocked',
  'unsupported',
  'tooManyRequests',
]

/** Of an id or a verb in a record: whoever is refused does not choose how much of it is kept for ever. */
const longestName = 128

/** What an error means for the record; `null` when it kept nobody from anything. */
export function refusalOf({code, details}: LakeError, door: Attempted): Refusal | null {
  if (!refusalCodes.includes(code)) return null
  const {denials} = details
  const denied = (Array.isArray(denials) ? denials : []) as readonly JsonObject[]
  const named = [...denied.map((denial) => denial['documentId']), details['id']]
  const documentId = named.find((id) => typeof id === 'string')
  const about = documentId === undefined ? (door.subject ?? '') : publishedId(documentId)
  return {
    subject: about.slice(0, longestName),
    door: door.type.slice(0, longestName),
    codes: denied.length === 0 ? [code] : denied.map((denial) => String(denial['code'])),
  }
}

/** Puts a refusal on record. Whoever has no account leaves no trace. */
export function recordRefusal(
  store: Store,
  actor: Actor,
  {subject, door, codes}: Refusal,
  stamp: Pick<LedgerStamp, 'at' | 'transactionId'>,
): void {
  if (actor.kind === 'anonymous') return
  const body = {door, codes}
  if (actor.kind === 'clock' && isRecorded(store, subject, body)) return
  store.transaction(() => {
    store.append(
      {kind: 'refused', subject, body},
      {...stamp, actor: actorId(actor), transactionSeq: store.lastSeq()},
    )
  })
}

/** The clock does not tire of trying: the same answer is recorded once, until something else happens. */
function isRecorded(store: Store, subject: string, body: JsonObject): boolean {
  const last = store.ledger(subject).at(-1)
  return (
    last?.kind === 'refused' &&
    last.actor === actorId(clock) &&
    canonicalize(last.body) === canonicalize(body)
  )
}
