import {isObject} from '../../plugins/review-workflow/policy/object.ts'
import {type PagesToVerifyQueryResult} from '../../sanity.types.ts'

/** A review as the queries give it. */
export type ReviewRecord = NonNullable<PagesToVerifyQueryResult[number]['review']>
export type RecordedSignOff = ReviewRecord['signOffs'][number]

/** The record, if it has everything that a verdict rests on; a copy that lost some of it is none. */
export function recordOf(value: unknown): ReviewRecord | null {
  if (!isObject(value)) return null
  const {subject, subjectType, live, digest, closureDigest, signOffs, marks} = value
  const whole =
    isText(subject) &&
    isText(subjectType) &&
    typeof live === 'boolean' &&
    isText(digest) &&
    isText(closureDigest) &&
    Array.isArray(signOffs) &&
    signOffs.every(isSignOff) &&
    Array.isArray(marks) &&
    marks.every(isObject)
  return whole ? (value as ReviewRecord) : null
}

function isSignOff(value: unknown): boolean {
  if (!isObject(value)) return false
  const {name, personId, signedAt, digest, closureDigest, credentials} = value
  return (
    [name, personId, signedAt, digest, closureDigest].every(isText) &&
    /^\d{4}-\d{2}-\d{2}T/.test(String(signedAt)) &&
    Array.isArray(credentials) &&
    credentials.every(isCredential)
  )
}

function isCredential(value: unknown): boolean {
  if (!isObject(value)) return false
  const {label, families} = value
  return isText(label) && Array.isArray(families) && families.every(isText)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
