import {
  type Problem,
  type Verdict,
  type Verified,
  type PageToVerify,
  pagesToVerifyQuery,
  redirectQuery,
  verify,
} from '../../../../queries/index.ts'
import {load} from './lake.ts'
import {pathOf} from './paths.ts'
import {here} from './settings.ts'

interface Page {
  readonly _id: string
  readonly review: {readonly digest: string | null} | null
}

/** What came of asking for a page: only words that verify are there to be shown. */
export type Found<P> =
  | {readonly kind: 'page'; readonly page: P; readonly verdict: Verified}
  | {readonly kind: 'draft'; readonly page: P}
  | {readonly kind: 'unverified'; readonly problems: readonly Problem[]}
  | {readonly kind: 'moved'; readonly to: string}
  | {readonly kind: 'missing'}

export async function findPage<P extends Page>(
  query: string,
  {type, slug}: {readonly type: string; readonly slug: string},
  locals: App.Locals,
): Promise<Found<P>> {
  const ask = () => load<P | null>(query, {...here, slug}, locals)
  const page = await ask()
  if (page === null) return moved(type, slug, locals)
  if (locals.preview) return {kind: 'draft', page}
  const verdict = await verdictOn(page)
  if (isAbout(verdict, page)) return {kind: 'page', page, verdict}
  // Published anew between the two questions: once more, and then it is what it is.
  const again = await ask()
  if (again === null) return {kind: 'missing'}
  const second = await verdictOn(again)
  if (isAbout(second, again)) return {kind: 'page', page: again, verdict: second}
  return {kind: 'unverified', problems: second.valid ? [] : second.problems}
}

/** The verdicts of several pages, by id. */
export async function verdictsOn(ids: readonly string[]): Promise<ReadonlyMap<string, Verdict>> {
  if (ids.length === 0) return new Map()
  const rows = await load<readonly (PageToVerify & {readonly _id: string})[]>(
    pagesToVerifyQuery,
    {ids},
    {preview: false},
  )
  return new Map(rows.map((row) => [row._id, verify(row)]))
}

async function verdictOn({_id}: Page): Promise<Verdict> {
  return (await verdictsOn([_id])).get(_id) ?? verify(null)
}

function isAbout(verdict: Verdict, {review}: Page): verdict is Verified {
  return verdict.valid && verdict.digest === review?.digest
}

async function moved(type: string, slug: string, locals: App.Locals): Promise<Found<never>> {
  const target = await load<{readonly _type: string; readonly slug: string | null} | null>(
    redirectQuery,
    {...here, type, slug},
    locals,
  )
  const to = target === null ? null : pathOf(target)
  return to === null ? {kind: 'missing'} : {kind: 'moved', to}
}
