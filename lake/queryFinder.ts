import {type DatabaseSync} from 'node:sqlite'
import {type LakeDocument} from './document.ts'
import {field} from './groqCompile.ts'
import {totalCompare} from './groqValues.ts'
import {type IndexValue, isCut} from './indexLeaves.ts'
import {typeWord} from './indexTable.ts'
import {type QueryDocuments} from './queryDocuments.ts'
import {isSameRun, QueryShapes, type Shape, type ShapeIndex, type ShapeRow} from './queryShapes.ts'
import {type Sight} from './querySight.ts'
import {type IdStream, mergedIds} from './queryStreams.ts'
import {type OrderKey, type SelectedRows, type Selection} from './queryTerms.ts'
import {type Equal, type Range, rangeIn, type Wanted, wantedBy} from './queryWanted.ts'

/** How a selection was answered, for whoever wants to know. */
export interface Found extends SelectedRows {
  readonly by: string
}

const takenForGranted = 100
const mostRemembered = 10_000
/** Rows of a list that are looked at first. */
const firstRows = 24

/** A way to find what a filter can match at most. */
interface Way {
  readonly by: string
  /** Ids, in any order and perhaps twice. */
  ids(most: number): readonly string[]
}

/** Finds documents by the indexes of the lake, by what is known of a filter. */
export class QueryFinder {
  readonly #documents: QueryDocuments
  readonly #shapes: QueryShapes
  readonly #few: number
  #keys: ReadonlyMap<string, readonly {type: string; key: number}[]> = new Map()
  #keyCount = -1
  /** Ways that lately had many ids, and how often that was taken for granted since. */
  readonly #many = new Map<string, number>()

  constructor(database: DatabaseSync, documents: QueryDocuments, few = 200) {
    this.#few = few
    this.#documents = documents
    this.#shapes = new QueryShapes(database, documents)
  }

  /** Takes in what was committed. */
  update(changed: readonly string[]): void {
    const {sql} = this.#documents
    const count = Number(sql.get('select max(key) as n from paths')?.['n'] ?? 0)
    if (count !== this.#keyCount) {
      const rows = sql
        .all('select key, type, path from paths')
        .map(({key, type, path}) => ({key: Number(key), type: String(type), path: String(path)}))
      this.#keys = Map.groupBy(rows, ({path}) => path)
      this.#keyCount = count
    }
    if (changed.length > 2000) this.#shapes.clear()
    else this.#shapes.update(changed)
  }

  find(selection: Selection, operand: (index: number) => unknown, sight: Sight): Found {
    const wanted = wantedBy(selection, operand)
    if (wanted.ids !== null) {
      const rows = wanted.ids.flatMap((id) => sight.byId(id) ?? [])
      return {rows: sorted(rows), isSorted: false, by: `_id ${JSON.stringify(wanted.ids)}`}
    }
    const way = this.#fewest(wanted, sight)
    if (way !== null) {
      const ids = [...new Set([...way.ids, ...this.#unindexed(wanted, sight)])].sort()
      return {rows: this.#shown(ids, sight), isSorted: false, by: way.by}
    }
    return this.#byShape(wanted, selection, sight) ?? this.#inOrderOfIds(wanted, sight)
  }

  /** How many there are, where an index knows it without a look at any document. */
  count(selection: Selection, operand: (index: number) => unknown, sight: Sight): number | null {
    const wanted = wantedBy(selection, operand)
    const {types, equals, ranges, ids, bases, releases} = wanted
    if (!sight.seesAll || !wanted.isExact || ids !== null || bases !== null || releases !== null)
      return null
    if (sight.hidesWithheld && this.#documents.withheld.size > 0) return null
    if (this.#unindexed(wanted, sight).length > 0) return null
    const [path, range] = [...ranges][0] ?? []
    const [equal] = equals
    if (equals.length + ranges.size > 1 || path === '_id') return null
    if (equal !== undefined) {
      return this.#sum(wanted, sight, equal.path, (key, scope) =>
        equal.values.map((value) => this.#countWhere('value = ?', key, scope, [value])),
      )
    }
    if (path !== undefined && range !== undefined) {
      return this.#sum(wanted, sight, path, (key, scope) => [
        this.#countWhere(conditionOf(range), key, scope, [range.low, range.high]),
      ])
    }
    const {sql} = this.#documents
    const where = placeOf(sight)
    const counts = (types ?? [null]).map((type) =>
      type === null
        ? sql.get(`select count(*) as n from documents where ${where}`)
        : sql.get(`select count(*) as n from documents where type = ? and ${where}`, type),
    )
    return counts.reduce((sum, row) => sum + Number(row?.['n']), 0)
  }

  #sum(
    wanted: Wanted,
    sight: Sight,
    path: string,
    counts: (key: number, scope: number) => readonly number[],
  ): number {
    const all = this.#keysOf(path, wanted).flatMap((key) =>
      scopesOf(sight).flatMap((scope) => counts(key, scope)),
    )
    return all.reduce((sum, count) => sum + count, 0)
  }

  #countWhere(
    condition: string,
    key: number,
    scope: number,
    values: readonly IndexValue[],
  ): number {
    const row = this.#documents.sql.get(
      `select count(*) as n from attributes where key = ? and scope = ? and ${condition}`,
      key,
      scope,
      ...values,
    )
    return Number(row?.['n'])
  }

  /** The ids of the first way that has few, or null when all have many. */
  #fewest(wanted: Wanted, sight: Sight): {by: string; ids: readonly string[]} | null {
    const ways = this.#ways(wanted, sight)
    for (const way of ways) {
      const known = this.#many.get(way.by)
      if (known !== undefined && known < takenForGranted) {
        this.#many.set(way.by, known + 1)
        continue
      }
      const ids = way.ids(this.#few + 1)
      if (ids.length <= this.#few) {
        this.#many.delete(way.by)
        return {by: way.by, ids}
      }
      if (this.#many.size > mostRemembered) this.#many.clear()
      this.#many.set(way.by, 0)
    }
    return null
  }

  #ways(wanted: Wanted, sight: Sight): readonly Way[] {
    const {sql} = this.#documents
    const {bases, releases, equals, ranges, references, words, either} = wanted
    const idsOf = (rows: readonly {readonly id?: unknown}[]) => rows.map(({id}) => String(id))
    const ways: Way[] = []
    if (bases !== null) {
      ways.push({
        by: `versions of ${JSON.stringify(bases)}`,
        ids: () =>
          bases.flatMap((base) =>
            idsOf(sql.all('select id from documents where base_id = ? or id = ?', base, base)),
          ),
      })
    }
    if (releases !== null) {
      ways.push({
        by: `release ${JSON.stringify(releases)}`,
        ids: (most) =>
          releases.flatMap((release) =>
            idsOf(sql.all('select id from documents where release = ? limit ?', release, most)),
          ),
      })
    }
    for (const equal of equals) {
      ways.push({
        by: `${equal.path} ${JSON.stringify(equal.values)}`,
        ids: (most) => this.#equalTo(equal, wanted, sight, most),
      })
    }
    if (words.length > 0) {
      const said = words.map(({word, isStart}) => `"${word}"${isStart ? '*' : ''}`).join(' AND ')
      const types = (wanted.types ?? []).map((type) => `"${typeWord(type)}"`).join(' OR ')
      const having = (match: string) => (most: number) =>
        idsOf(
          sql.all(
            `select texts.id from words join texts on texts.number = words.rowid
             where words match ? limit ?`,
            match,
            most,
          ),
        )
      ways.push({by: `words ${said}`, ids: having(said)})
      // Many documents may have a word, and few of one type.
      if (types !== '')
        ways.push({by: `words of a type ${said}`, ids: having(`${said} AND (${types})`)})
    }
    for (const targets of references) {
      ways.push({
        by: `references ${JSON.stringify(targets)}`,
        ids: (most) =>
          targets.flatMap((target) => [
            ...idsOf(
              sql.all('select source as id from edges where target = ? limit ?', target, most),
            ),
            ...this.#systemReferences(target, sight, most),
          ]),
      })
    }
    for (const [path, range] of ranges) {
      if (path !== '_id') {
        ways.push({
          by: `${path} ${JSON.stringify([range.low, range.high])}`,
          ids: (most) => this.#within(path, range, wanted, sight, most),
        })
      }
    }
    for (const branches of either) {
      const known = branches.map((branch) => this.#waysOfBranch(branch, wanted, sight))
      if (!known.every((branch) => branch !== null)) continue
      ways.push({
        by: known.map(({by}) => by).join(' or '),
        ids: (most) => known.flatMap(({ids}) => ids(most)),
      })
    }
    return ways
  }

  #waysOfBranch(branch: Wanted, {types}: Wanted, sight: Sight): Way | null {
    const {ids} = branch
    if (ids !== null) {
      return {
        by: `_id ${JSON.stringify(ids)}`,
        ids: () => ids.flatMap((id) => sight.storedIds(id)),
      }
    }
    return this.#ways({...branch, types: branch.types ?? types}, sight)[0] ?? null
  }

  #equalTo({path, values}: Equal, wanted: Wanted, sight: Sight, most: number): readonly string[] {
    return this.#keysOf(path, wanted).flatMap((key) =>
      scopesOf(sight).flatMap((scope) =>
        values.flatMap((value) => this.#idsAfter(key, scope, value)('', most)),
      ),
    )
  }

  #idsAfter(key: number, scope: number, value: IndexValue): IdStream {
    return (after, most) =>
      this.#documents.sql
        .all(
          `select id from attributes where key = ? and scope = ? and value = ? and id > ?
           order by id limit ?`,
          key,
          scope,
          value,
          after,
          most,
        )
        .map(({id}) => String(id))
  }

  #within(
    path: string,
    range: Range,
    wanted: Wanted,
    sight: Sight,
    most: number,
  ): readonly string[] {
    const sql = `select id from attributes where key = ? and scope = ? and ${conditionOf(range)} limit ?`
    return this.#keysOf(path, wanted).flatMap((key) =>
      scopesOf(sight).flatMap((scope) =>
        this.#documents.sql
          .all(sql, key, scope, range.low, range.high, most)
          .map(({id}) => String(id)),
      ),
    )
  }

  /** What the lake keeps in `_system` is no reference of the document's, but GROQ takes it for one. */
  #systemReferences(target: string, sight: Sight, most: number): readonly string[] {
    const paths = [...this.#keys.keys()].filter((path) => /^_system[.[].*_ref$/.test(path))
    return paths.flatMap((path) =>
      (this.#keys.get(path) ?? []).flatMap(({key}) =>
        scopesOf(sight).flatMap((scope) => this.#idsAfter(key, scope, target)('', most)),
      ),
    )
  }

  #keysOf(path: string, {types}: Wanted): readonly number[] {
    const found = this.#keys.get(path) ?? []
    return found.filter(({type}) => types === null || types.includes(type)).map(({key}) => key)
  }

  /** Documents with more fields than an index takes. */
  #unindexed(wanted: Wanted, sight: Sight): readonly string[] {
    const keys = this.#keysOf('', wanted)
    return keys.flatMap((key) =>
      scopesOf(sight).flatMap((scope) =>
        this.#documents.sql
          .all('select id from attributes where key = ? and scope = ?', key, scope)
          .map(({id}) => String(id)),
      ),
    )
  }

  #shown(ids: readonly string[], sight: Sight): Iterable<LakeDocument> {
    const rows = ids.flatMap((id) => sight.show(id) ?? [])
    return sight.keepsIds ? rows : sorted(rows)
  }

  /** A list by an index made for lists like it. */
  #byShape(wanted: Wanted, selection: Selection, sight: Sight): Found | null {
    const {order} = selection
    if (order === null || this.#unindexed(wanted, sight).length > 0) return null
    const fixed = fixedBy(wanted)
    const isOrdered = selection.isCut && order.length > 0
    if (!isOrdered && fixed.length < 2) return null
    const shape: Shape = {
      types: wanted.types === null ? null : wanted.types.toSorted(),
      lowestScope: sight.lowestScope,
      fixed: fixed.map(({path}) => path),
      order: isOrdered ? order : [],
    }
    const index = this.#shapes.of(shape)
    if (index === null) return null
    const values = fixed.flatMap((equal) => equal.values[0] ?? [])
    const [first] = shape.order
    const range = first === undefined ? null : rangeIn(wanted, first.path)
    const from = startOf(wanted, sight)
    const rows = shapeRows(index, values, range, from)
    const by = `${describe(shape)}${range === null ? '' : ` from ${JSON.stringify([range.low, range.high])}`}`
    if (!isOrdered) {
      const ids = mapped(rows, ({id}) => id)
      return {rows: this.#streamed(ids, sight), isSorted: false, by}
    }
    return {rows: runs(rows, shape.order, sight), isSorted: true, by}
  }

  /** By the one field that must have some value, by type, or through everything. */
  #inOrderOfIds(wanted: Wanted, sight: Sight): Found {
    const [equal] = wanted.equals
    const start = startOf(wanted, sight)
    if (equal !== undefined) {
      const unindexed = this.#unindexed(wanted, sight).toSorted()
      const streams = this.#keysOf(equal.path, wanted).flatMap((key) =>
        scopesOf(sight).flatMap((scope) =>
          equal.values.map((value) => this.#idsAfter(key, scope, value)),
        ),
      )
      const rest: IdStream = (after, most) => unindexed.filter((id) => id > after).slice(0, most)
      const rows = this.#streamed(mergedIds([...streams, rest], start), sight)
      return {rows, isSorted: false, by: `${equal.path} ${JSON.stringify(equal.values)}`}
    }
    const {sql} = this.#documents
    const where = placeOf(sight)
    const {types} = wanted
    const streams = (types ?? [null]).map((type): IdStream => (after, most) => {
      const rows =
        type === null
          ? sql.all(
              `select id from documents where id > ? and ${where} order by id limit ?`,
              after,
              most,
            )
          : sql.all(
              `select id from documents where type = ? and id > ? and ${where} order by id limit ?`,
              type,
              after,
              most,
            )
      return rows.map(({id}) => String(id))
    })
    const by = types === null ? 'everything' : `_type ${JSON.stringify(types)}`
    return {rows: this.#streamed(mergedIds(streams, start), sight), isSorted: false, by}
  }

  /** In the order that the perspective shows ids in, which may not be the order that they are stored in. */
  #streamed(ids: Iterable<string>, sight: Sight): Iterable<LakeDocument> {
    return sight.keepsIds ? shownOneByOne(ids, sight) : this.#shown([...ids], sight)
  }
}

function* shownOneByOne(ids: Iterable<string>, sight: Sight): Generator<LakeDocument> {
  for (const id of ids) {
    const document = sight.show(id)
    if (document !== null) yield document
  }
}

function* mapped<A, B>(items: Iterable<A>, to: (item: A) => B): Generator<B> {
  for (const item of items) yield to(item)
}

function* shapeRows(
  index: ShapeIndex,
  values: readonly IndexValue[],
  range: Range | null,
  after: string,
): Generator<ShapeRow> {
  for (let offset = 0, size = firstRows; ; size = Math.min(size * 2, 4096)) {
    const page = index.page(values, range, size, offset, after)
    yield* page
    if (page.length < size) return
    offset += size
  }
}

/** Documents in the order of an index; of those that it does not tell apart, in their own. */
function* runs(
  rows: Iterable<ShapeRow>,
  order: readonly OrderKey[],
  sight: Sight,
): Generator<LakeDocument> {
  let run: {readonly row: ShapeRow; readonly document: LakeDocument}[] = []
  for (const row of rows) {
    const [first] = run
    if (first !== undefined && !isSameRun(first.row, row)) {
      yield* arranged(run, order)
      run = []
    }
    const document = sight.show(row.id)
    if (document === null) continue
    if (sight.keepsIds && !row.keys.some((key) => typeof key === 'string' && isCut(key)))
      yield document
    else run.push({row, document})
  }
  yield* arranged(run, order)
}

function arranged(
  run: readonly {readonly document: LakeDocument}[],
  order: readonly OrderKey[],
): readonly LakeDocument[] {
  const documents = run.map(({document}) => document)
  if (documents.length < 2) return documents
  return [...sorted(documents)].sort((a, b) => inOrder(a, b, order))
}

function inOrder(a: LakeDocument, b: LakeDocument, order: readonly OrderKey[]): number {
  for (const {path, isDescending} of order) {
    const difference = totalCompare(valueAt(a, path), valueAt(b, path))
    if (difference !== 0) return isDescending ? -difference : difference
  }
  return 0
}

function valueAt(document: LakeDocument, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => field(value, name), document)
}

function sorted(documents: readonly LakeDocument[]): readonly LakeDocument[] {
  if (documents.length < 2) return documents
  return [...documents].sort((a, b) => (a._id < b._id ? -1 : Number(a._id > b._id)))
}

/** Fields that must have one certain value; at most one of them in the items of a list. */
function fixedBy({equals}: Wanted): readonly Equal[] {
  const byPath = new Map<string, Equal>()
  for (const equal of equals) {
    const isList = equal.path.includes('[]')
    const [, ...others] = equal.values
    const isSingle = isList ? others.length === 1 : others.length === 0
    const hasList = isList && [...byPath.keys()].some((path) => path.includes('[]'))
    if (isSingle && equal.values.length > 0 && !hasList && !byPath.has(equal.path))
      byPath.set(equal.path, equal)
  }
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The id that others must come after, where documents are shown under the ids that they are stored under. */
function startOf(wanted: Wanted, sight: Sight): string {
  const range = sight.keepsIds ? rangeIn(wanted, '_id') : null
  if (range === null || typeof range.low !== 'string') return ''
  // One that is the bound itself comes after everything that is shorter by its last character.
  return range.withLow ? range.low.slice(0, -1) : range.low
}

function scopesOf({lowestScope}: Sight): readonly number[] {
  return [0, 1, 2].filter((scope) => scope >= lowestScope)
}

function placeOf({lowestScope}: Sight): string {
  const conditions = ['true', `kind = 'published'`, `kind = 'published' and public = 1`]
  return conditions[lowestScope] ?? 'true'
}

function conditionOf({withLow, withHigh}: Range): string {
  return `value >${withLow ? '=' : ''} ? and value <${withHigh ? '=' : ''} ?`
}

function describe({fixed, order}: Shape): string {
  const keys = order.map(({path, isDescending}) => `${path}${isDescending ? ' desc' : ''}`)
  return [...fixed, ...(keys.length > 0 ? [`in the order of ${keys.join(', ')}`] : [])].join(', ')
}
