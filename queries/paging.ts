/** Where each kind of list begins. `next…` says where it goes on; `null` after a page of it that was not full. */
export const firstByDate = {before: '9999-12-31T23:59:59Z', afterId: ''}
export const firstByName = {afterName: '', afterId: ''}
export const firstByScore = {belowScore: Number.MAX_VALUE, afterId: ''}
export const firstById = {afterId: ''}

/** How many rows a full page of each kind of list has. */
export const pageSizes = {
  byDate: 20,
  byScore: 20,
  faqEntries: 50,
  techniques: 50,
  glossary: 100,
  ids: 1000,
}

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

/** Of questions, techniques or terms: the size says which. */
export function nextByName(
  rows: readonly (Row & {readonly name: string})[],
  size: number,
): typeof firstByName | null {
  return next(rows, size, ({name}) => ({afterName: name}))
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
