import {dayOf, day, daysLater} from './days.ts'
import {hashOf} from './digest.ts'
import {isObject} from './object.ts'
import {type CitedWork, type RetractionStatus, type Version} from './types.ts'

export const retractionStatuses: readonly RetractionStatus[] = [
  'notChecked',
  'noneFound',
  'corrected',
  'expressionOfConcern',
  'retracted',
  'withdrawn',
  'reinstated',
]

/** What a cited work's document says of its standing; `null` for documents that cite nothing. Unknown = not checked. */
export function citedWork(document: unknown): CitedWork | null {
  if (!isObject(document) || document['_type'] !== 'researchCitation') return null
  const retraction = isObject(document['retraction']) ? document['retraction'] : {}
  const status = retractionStatuses.find((each) => each === retraction['status']) ?? 'notChecked'
  const checkedOn = retraction['checkedOn']
  return {
    id: String(document['_id']),
    status,
    checkedOn: typeof checkedOn === 'string' ? day(checkedOn) : null,
  }
}

export function isRetracted({status}: Pick<CitedWork, 'status'>): boolean {
  return status === 'retracted' || status === 'withdrawn'
}

export function retractedWorks({works}: Pick<Version, 'works'>): readonly string[] {
  return works.filter(isRetracted).map(({id}) => id)
}

/** Works whose standing nobody has looked up within so many days. */
export function uncheckedWorks(
  {works}: Pick<Version, 'works'>,
  now: string,
  days: number,
): readonly string[] {
  const today = dayOf(now)
  return works
    .filter(
      ({status, checkedOn}) =>
        !isRetracted({status}) &&
        (status === 'notChecked' ||
          checkedOn === null ||
          today === null ||
          checkedOn > today ||
          daysLater(checkedOn, days) < today),
    )
    .map(({id}) => id)
}

/** A change of a cited work's document that says nothing but how the work stands. */
export type News = 'workRetracted' | 'workDoubted' | 'workChecked'

const gravity = (status: unknown): number =>
  status === 'retracted' || status === 'withdrawn' ? 2 : status === 'expressionOfConcern' ? 1 : 0

/**
 * Whether a change is bad news, or a check without news: then it need not wait for anybody's signature. Anything more
 * than that, a free word among it, is `null`: it is a change of what readers see.
 */
export function newsOf(before: unknown, after: unknown): News | null {
  const was = citedWork(before)
  const is = citedWork(after)
  if (was === null || is === null || !isObject(before) || !isObject(after)) return null
  const others = othersHash(before)
  if (others === null || others !== othersHash(after) || !isPlain(after['retraction'])) return null
  const graver = gravity(is.status) - gravity(was.status)
  if (graver > 0) return gravity(is.status) === 2 ? 'workRetracted' : 'workDoubted'
  const checked = is.checkedOn !== null && (was.checkedOn === null || was.checkedOn <= is.checkedOn)
  const same = is.status === was.status
  const cleared = was.status === 'notChecked' && is.status === 'noneFound'
  // A check without news brings no notice, and takes none away.
  const silent = noticeHash(before) === noticeHash(after)
  return checked && silent && (same || cleared) ? 'workChecked' : null
}

const news = ['status', 'checkedOn', 'source', 'noticeDoi', 'noticeDate']
const sources: readonly unknown[] = ['crossref', 'pubmed', 'retractionWatch', 'publisher']

/** Everything that the news must leave as it was; `null` where that cannot be told. */
function othersHash(document: {readonly [field: string]: unknown}): string | null {
  const {_rev, _updatedAt, _createdAt, _system, retraction, ...others} = document
  if (retraction !== undefined && !isObject(retraction)) return null
  const kept =
    retraction === undefined
      ? {_type: 'retractionCheck'}
      : Object.fromEntries(Object.entries(retraction).filter(([field]) => !news.includes(field)))
  return hashOf({...others, retraction: kept})
}

function noticeHash({retraction}: {readonly [field: string]: unknown}): string | null {
  const {noticeDoi, noticeDate} = isObject(retraction) ? retraction : {}
  return hashOf([noticeDoi ?? null, noticeDate ?? null])
}

/** Dates, choices and a DOI: no room for words of anybody's own. */
function isPlain(retraction: unknown): boolean {
  if (!isObject(retraction)) return false
  const {status, checkedOn, source, noticeDoi, noticeDate} = retraction
  const dated = (value: unknown) =>
    value === undefined || (typeof value === 'string' && day(value) !== null)
  return (
    retractionStatuses.some((each) => each === status) &&
    dated(checkedOn) &&
    dated(noticeDate) &&
    (source === undefined || sources.includes(source)) &&
    (noticeDoi === undefined || (typeof noticeDoi === 'string' && isTerse(noticeDoi)))
  )
}

/**
 * A DOI that names more than it says: publishers number their works, and the longest of their usual prefixes
 * (`jamanetworkopen`) has 15 letters. Its form is Crossref's, in "DOIs and matching regular expressions".
 */
function isTerse(doi: string): boolean {
  const suffix = /^10\.\d{4,9}\/([-._;()/:A-Za-z0-9]{1,80})$/.exec(doi)?.[1]
  return suffix !== undefined && /\d/.test(suffix) && suffix.replace(/[^A-Za-z]/g, '').length <= 15
}
