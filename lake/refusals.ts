import {type JsonObject, publishedId} from './document.ts'
import {type LakeError, type LakeErrorCode} from './errors.ts'

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
