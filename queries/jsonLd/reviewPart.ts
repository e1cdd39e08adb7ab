import {type Person} from 'schema-dts'
import {type RecordedSignOff} from '../verify/record.ts'
import {type Verdict, type Verified} from '../verify/verdict.ts'
import {reviewer} from './person.ts'
import {type Site} from './site.ts'

/** What of a page's answer says which words it holds. */
export interface Reviewed {
  readonly _id: string
  readonly review: {
    readonly digest: string
    readonly closureDigest: string
    readonly firstPublishedAt: string | null
    readonly lastChangedAt: string | null
  } | null
}

/** The verdict, if it is a yes and about exactly the words that this answer holds. */
export function verifiedFor({_id, review}: Reviewed, verdict: Verdict): Verified | null {
  const isAbout =
    verdict.valid &&
    verdict.id === _id &&
    review !== null &&
    review.digest === verdict.digest &&
    review.closureDigest === verdict.closureDigest
  return isAbout ? verdict : null
}

interface ReviewPart {
  readonly lastReviewed?: string
  readonly reviewedBy?: readonly Person[]
}

/** Who reviewed a page, and when: nothing at all without a verdict on these very words. */
export function reviewPart(page: Reviewed, verdict: Verdict, site: Site): ReviewPart {
  const verified = verifiedFor(page, verdict)
  if (verified === null) return {}
  return {
    lastReviewed: verified.lastReviewed,
    reviewedBy: newestOfEach(verified.signOffs).map((signOff) => reviewer(signOff, site)),
  }
}

/** Somebody who signed twice is one reviewer. */
function newestOfEach(signOffs: readonly RecordedSignOff[]): readonly RecordedSignOff[] {
  const newestFirst = signOffs.toSorted((one, other) => (one.signedAt < other.signedAt ? 1 : -1))
  return newestFirst.filter(
    ({personId}, index) => newestFirst.findIndex((each) => each.personId === personId) === index,
  )
}

/** When the words came and last changed, from the record. That is not when they were reviewed. */
export function datePart(
  page: Reviewed,
  verdict: Verdict,
): {readonly datePublished?: string; readonly dateModified?: string} {
  if (verifiedFor(page, verdict) === null) return {}
  const {firstPublishedAt, lastChangedAt} = page.review ?? {}
  return {
    ...(firstPublishedAt ? {datePublished: firstPublishedAt} : {}),
    ...(lastChangedAt ? {dateModified: lastChangedAt} : {}),
  }
}
