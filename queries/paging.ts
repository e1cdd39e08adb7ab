/** Where each kind of list begins. `next…` says where it goes on; `null` after a page of it that was not full. */
export const firstByDate = {before: '9999-12-31T23:59:59Z', afterId: ''}
export const firstByName = {afterName: '', afterId: ''}
export const firstByScore = {belowScore: Number.MAX_VALUE, afterId: ''}
export const firstById = {afterId: ''}

/** How many rows a full page of each kind of list has. */
const pageSizes = {byDate: 20, byScore: 20, byTitle: 50, glossary: 100, ids: 1000}

interface Row {
  readonly _id: string
}

export function nextByDate(
  rows: readonly (Row & {readonly firstPublishedAt: string | null})[],
): typeof firstByDate | null {
  return next(rows, pageSizes.byDate, ({firstPublishedAt}) => ({before: firstPublishedAt ?? ''}))
}

export function nextByChange(
  rows: readonly (Row & {readonly lastChangedAt: string | null})[],
): typeof firstByDate | null {
  return next(rows, pageSizes.byDate, ({lastChangedAt}) => ({before: lastChangedAt ?? ''}))
}

export function nextByScore(
  rows: readonly (Row & {readonly _score: number})[],
): typeof firstByScore | null {
  return next(rows, pageSizes.byScore, ({_score}) => ({belowScore: _score}))
}

export function nextByTitle(
  rows: readonly (Row & {readonly title: string})[],
): typeof firstByName | null {
  return next(rows, pageSizes.byTitle, ({title}) => ({afterName: title}))
}

export function nextByTerm(
  rows: readonly (Row & {readonly term: string})[],
): typeof firstByName | null {
  return next(rows, pageSizes.glossary, ({term}) => ({afterName: term}))
}

export function nextById(rows: readonly (Row | string)[]): typeof firstById | null {
  const ids = rows.map((row) => (typeof row === 'string' ? {_id: row} : row))
  return next(ids, pageSizes.ids, () => ({}))
}

function next<R extends Row, Cursor extends object>(
  rows: readonly R[],
  size: number,
  cursor: (row: R) => Cursor,
): (Cursor & {readonly afterId: string}) | null {
  const last = rows.at(-1)
  return last === undefined || rows.length < size ? null : {...cursor(last), afterId: last._id}
}
