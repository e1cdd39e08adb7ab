import {booleans} from '../index/leaves.ts'
import {type QueryDocuments} from './documents.ts'
import {type QueryIndex} from './indexReader.ts'
import {type Sight} from './sight.ts'
import {type Wanted} from './wanted.ts'
import {placeOf, referrersOf} from './ways.ts'

const mostCounted = 100_000

/** How many documents a filter wants, where an index knows it without a look at any of them; else null. */
export function countOf(
  wanted: Wanted,
  sight: Sight,
  documents: QueryDocuments,
  index: QueryIndex,
): number | null {
  const {types, equals, ranges, defined, references, ids, bases, releases} = wanted
  if (!sight.seesAll || !wanted.isExact || ids !== null || bases !== null || releases !== null)
    return null
  if (sight.hidesWithheld && documents.withholdsAny) return null
  if (index.unindexed(wanted, sight).length > 0) return null
  const deleted = index.streams('_system.delete', [booleans.true], wanted, sight)
  if (sight.hidesDeleted && deleted.some((stream) => stream('', 1).length > 0)) return null
  const [path, range] = [...ranges][0] ?? []
  const [equal] = equals
  const [there] = defined
  const [targets] = references
  if (equals.length + ranges.size + defined.length + references.length > 1) return null
  if (path === '_id') return null
  if (there !== undefined) return index.countHaving(there, wanted, sight)
  if (targets !== undefined) return countOfReferrers(targets, wanted, sight, {documents, index})
  if (equal !== undefined) return index.countEqual(equal.path, equal.values, wanted, sight)
  if (path !== undefined && range !== undefined)
    return index.countWithin(path, range, wanted, sight)
  return countOfTypes(types, sight, documents)
}

/** Of documents of these types, or of any. */
export function countOfTypes(
  types: readonly string[] | null,
  sight: Sight,
  {sql}: QueryDocuments,
): number {
  const where = placeOf(sight)
  const counts = (types ?? [null]).map((type) =>
    type === null
      ? sql.get(`select count(*) as n from documents where ${where}`)
      : sql.get(`select count(*) as n from documents where type = ? and ${where}`, type),
  )
  return counts.reduce((sum, row) => sum + Number(row?.['n']), 0)
}

function countOfReferrers(
  targets: readonly string[],
  wanted: Wanted,
  sight: Sight,
  {documents: {sql}, index}: {readonly documents: QueryDocuments; readonly index: QueryIndex},
): number | null {
  const ids = referrersOf(targets, wanted, sight, {sql, index}, mostCounted + 1)
  if (ids.length > mostCounted) return null
  const {types} = wanted
  const row = sql.get(
    `select count(*) as n from documents where id in (select value from json_each(?)) and ${placeOf(sight)}
     ${types === null ? '' : 'and type in (select value from json_each(?))'}`,
    ...[ids, types].flatMap((each) => (each === null ? [] : [JSON.stringify(each)])),
  )
  return Number(row?.['n'])
}
