import {closureDigest, digest} from '../../plugins/review-workflow/policy/digest.ts'
import {documentTopics, safetyTopics} from '../../plugins/review-workflow/policy/documentTopics.ts'
import {isObject} from '../../plugins/review-workflow/policy/object.ts'
import {defaultPolicy} from '../../plugins/review-workflow/policy/policy.ts'
import {lackingWith} from '../../plugins/review-workflow/policy/signOffs.ts'
import {isGoverned} from '../../plugins/review-workflow/policy/topics.ts'
import {type Family} from '../../plugins/review-workflow/policy/types.ts'
import {type RecordedSignOff, recordOf, type ReviewRecord} from './record.ts'
import {renderedAs, type Served, servedAs, shownWith} from './shown.ts'
import {type Problem, type Unverified, type Verdict, verifiedAs} from './verdict.ts'

/** One row of `pagesToVerifyQuery`, or what came of it on its way here. */
export interface PageToVerify {
  readonly review: unknown
  readonly proof: {readonly document: unknown; readonly shown: unknown} | null
}

/**
 * Whether a page says exactly what was signed, by people whose scope covers it: recomputed from the documents
 * themselves. Anything missing, unreadable or unknown is a no. Needs no clock, no network and no Node.
 */
export function verify(page: PageToVerify | null | undefined): Verdict {
  const proof = isObject(page) && isObject(page.proof) ? page.proof : null
  const document = servedAs(proof?.document)
  if (document === null) return no(null, {code: 'pageUnreadable'})
  const {_id: id, _type: type} = document
  if (!isGoverned(type)) return no(id, {code: 'notGoverned', type})
  const given = page?.review ?? null
  if (given === null) return no(id, {code: 'recordMissing'})
  const record = recordOf(given)
  if (record === null) return no(id, {code: 'recordUnreadable'})
  const documents = Array.isArray(proof?.shown) ? proof.shown : []
  const shown = shownWith(
    document,
    documents.flatMap((each) => servedAs(each) ?? []),
  )
  const signOffs = record.signOffs.filter((signOff) => holds(signOff, record))
  const problems = [
    ...ofPage(document, record),
    ...wordProblems(document, record),
    ...shownProblems(shown, record),
    ...signatureProblems(document, shown, signOffs),
    ...dateProblems(record, signOffs),
  ]
  const {lastReviewed, nextReviewDue, marks} = record
  if (problems.length > 0 || lastReviewed === null) return {valid: false, id, problems}
  const {digest: words, closureDigest: closure} = record
  return verifiedAs({
    id,
    digest: words,
    closureDigest: closure,
    lastReviewed,
    nextReviewDue,
    signOffs,
    marks,
  })
}

function no(id: string | null, problem: Problem): Unverified {
  return {valid: false, id, problems: [problem]}
}

function holds(signOff: RecordedSignOff, record: ReviewRecord): boolean {
  const closure = signOff.carriedTo ?? signOff.closureDigest
  return signOff.digest === record.digest && closure === record.closureDigest
}

function ofPage({_id, _type}: Served, record: ReviewRecord): readonly Problem[] {
  const {subject, subjectType, live} = record
  const isOther = subject !== _id || subjectType !== _type
  return [
    ...(isOther ? [{code: 'recordOfAnotherPage', subject} as const] : []),
    ...(live ? [] : [{code: 'notLive'} as const]),
  ]
}

function wordProblems(document: Served, {digest: signed}: ReviewRecord): readonly Problem[] {
  const found = digest(document)
  if (found === null) return [{code: 'wordsUnreadable'}]
  return found === signed ? [] : [{code: 'wordsChanged', signed, found}]
}

function shownProblems(
  shown: readonly Served[],
  {closureDigest: signed}: ReviewRecord,
): readonly Problem[] {
  const found = closureDigest(shown.map(renderedAs))
  if (found === null) return [{code: 'shownUnreadable'}]
  return found === signed ? [] : [{code: 'shownChanged', signed, found}]
}

/** How many people it takes is for the policy in force, which two people can change; whose scope it takes is not. */
function signatureProblems(
  document: Served,
  shown: readonly Served[],
  signOffs: readonly RecordedSignOff[],
): readonly Problem[] {
  if (signOffs.length === 0) return [{code: 'signOffMissing'}]
  const holders = signOffs.map(({personId, credentials}) => ({
    personId,
    families: credentials.flatMap(({families}) => families as readonly Family[]),
  }))
  const topics = [...new Set([...documentTopics(document), ...shown.flatMap(safetyTopics)])]
  const uncovered = lackingWith(holders, topics, defaultPolicy).flatMap((denial) =>
    denial.code === 'signOffMissing' ? denial.topics : [],
  )
  return uncovered.length === 0 ? [] : [{code: 'topicsUncovered', topics: uncovered}]
}

/** A review that nobody signed on that day or later is none. */
function dateProblems(
  {lastReviewed}: ReviewRecord,
  signOffs: readonly RecordedSignOff[],
): readonly Problem[] {
  if (typeof lastReviewed !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(lastReviewed)) {
    return [{code: 'reviewDateMissing'}]
  }
  const isSigned = signOffs.some(({signedAt}) => signedAt.slice(0, 10) >= lastReviewed)
  return isSigned || signOffs.length === 0 ? [] : [{code: 'reviewDateUnsigned', lastReviewed}]
}
