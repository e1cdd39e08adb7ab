import {type JsonObject, publishedId} from '../document.ts'
import {type LakeError, type LakeErrorCode} from '../errors.ts'

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

/** What an error means for the record, one entry for each document; none when it kept nobody from anything. */
export function refusalsOf({code, details}: LakeError, door: Attempted): readonly Refusal[] {
  if (!refusalCodes.includes(code)) return []
  const {denials} = details
  const denied = (Array.isArray(denials) ? denials : []) as readonly JsonObject[]
  const reasons = denied.length === 0 ? [{code, documentId: details['id']}] : denied
  const bySubject = Map.groupBy(reasons, ({documentId}) =>
    (typeof documentId === 'string' ? publishedId(documentId) : (door.subject ?? '')).slice(
      0,
      longestName,
    ),
  )
  return [...bySubject].map(([subject, about]) => ({
    subject,
    door: door.type.slice(0, longestName),
    codes: [...new Set(about.map((reason) => String(reason.code)))],
  }))
}
