import {typeWord} from '../index/table.ts'
import {type QueryIndex} from './indexReader.ts'
import {type Sight} from './sight.ts'
import {type Wanted} from './wanted.ts'
import {type Statements} from '../store/statements.ts'

export interface Way {
  readonly by: string
  /** What indexes of lists do not know of. */
  readonly isBesideLists?: boolean
  /** Ids, in any order and perhaps twice. */
  ids(most: number): readonly string[]
}

export interface Indexes {
  readonly sql: Statements
  readonly index: QueryIndex
}

/** What is true of rows of `documents` that can be seen. How many others there are must make no difference. */
export function placeOf({lowestScope}: Sight): string {
  const conditions = ['true', `kind = 'published'`, `kind = 'published' and public = 1`]
  return conditions[lowestScope] ?? 'true'
}

/** The rows that `placeOf` is about, beside what is found elsewhere. */
function withPlace(id: string, {lowestScope}: Sight): string {
  return lowestScope === 0 ? '' : `cross join documents on documents.id = ${id}`
}

/** Every way to find what a filter can match at most, the likeliest to be short first. */
export function waysOf(wanted: Wanted, sight: Sight, {sql, index}: Indexes): readonly Way[] {
  const {bases, releases, equals, ranges, defined, references, words, either} = wanted
  const idsOf = (rows: readonly {readonly id?: unknown}[]) => rows.map(({id}) => String(id))
  const ways: Way[] = []
  if (bases !== null) {
    ways.push({
      by: `versions of ${JSON.stringify(bases)}`,
      ids: () =>
        bases.flatMap((base) =>
          idsOf(
            sql.all(
              `select id from documents where (base_id = ? or id = ?) and ${placeOf(sight)}`,
              base,
              base,
            ),
          ),
        ),
    })
  }
  if (releases !== null) {
    ways.push({
      by: `release ${JSON.stringify(releases)}`,
      ids: (most) =>
        releases.flatMap((release) =>
          idsOf(
            sql.all(
              `select id from documents where release = ? and ${placeOf(sight)} limit ?`,
              release,
              most,
            ),
          ),
        ),
    })
  }
  for (const equal of equals) {
    ways.push({
      by: `${equal.path} ${JSON.stringify(equal.values)}`,
      ids: (most) =>
        index
          .streams(equal.path, equal.values, wanted, sight)
          .flatMap((stream) => stream('', most)),
    })
  }
  if (words.length > 0) {
    const said = words.map(({word, isStart}) => `"${word}"${isStart ? '*' : ''}`).join(' AND ')
    const types = (wanted.types ?? []).map((type) => `"${typeWord(type)}"`).join(' OR ')
    const having = (match: string) => (most: number) =>
      idsOf(
        sql.all(
          `select texts.id from words join texts on texts.number = words.rowid
             where words match ? and texts.scope >= ? limit ?`,
          match,
          sight.lowestScope,
          most,
        ),
      )
    ways.push({by: `words ${said}`, isBesideLists: true, ids: having(said)})
    // Many documents may have a word, and few of one type.
    if (types !== '')
      ways.push({by: `words of a type ${said}`, ids: having(`${said} AND (${types})`)})
  }
  for (const targets of references) {
    ways.push({
      by: `references ${JSON.stringify(targets)}`,
      ids: (most) => referrersOf(targets, wanted, sight, {sql, index}, most),
    })
  }
  for (const [path, range] of ranges) {
    if (path !== '_id') {
      ways.push({
        by: `${path} ${JSON.stringify([range.low, range.high])}`,
        ids: (most) => index.within(path, range, wanted, sight, most),
      })
    }
  }
  for (const path of defined) {
    ways.push({
      by: `defined(${path})`,
      ids: (most) => index.having(path, wanted, sight, most),
    })
  }
  for (const branches of either) {
    const known = branches.map((branch) => wayOfBranch(branch, wanted, sight, {sql, index}))
    if (!known.every((branch) => branch !== null)) continue
    ways.push({
      by: known.map(({by}) => by).join(' or '),
      ids: (most) => known.flatMap(({ids}) => ids(most)),
    })
  }
  return ways
}

function wayOfBranch(branch: Wanted, {types}: Wanted, sight: Sight, indexes: Indexes): Way | null {
  const {ids} = branch
  if (ids !== null) {
    return {
      by: `_id ${JSON.stringify(ids)}`,
      ids: () => ids.flatMap((id) => sight.storedIds(id)),
    }
  }
  return waysOf({...branch, types: branch.types ?? types}, sight, indexes)[0] ?? null
}

/** Documents that refer to some of these, perhaps twice. */
export function referrersOf(
  targets: readonly string[],
  wanted: Wanted,
  sight: Sight,
  {sql, index}: Indexes,
  most: number,
): readonly string[] {
  return targets.flatMap((target) => [
    ...sql
      .all(
        `select source as id from edges ${withPlace('source', sight)}
         where target = ? and ${placeOf(sight)} limit ?`,
        target,
        most,
      )
      .map(({id}) => String(id)),
    ...systemReferences(target, wanted, sight, index, most),
  ])
}

/** What the lake keeps in `_system` is no reference of the document's, but GROQ takes it for one. */
function systemReferences(
  target: string,
  wanted: Wanted,
  sight: Sight,
  index: QueryIndex,
  most: number,
): readonly string[] {
  return [...index.paths()]
    .filter((path) => /^_system[.[].*_ref$/.test(path))
    .flatMap((path) => index.streams(path, [target], wanted, sight))
    .flatMap((stream) => stream('', most))
}
