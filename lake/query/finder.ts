import {type DatabaseSync} from 'node:sqlite'
import {type LakeDocument, publishedId} from '../document.ts'
import {countOf, countOfTypes} from './counts.ts'
import {type QueryDocuments} from './documents.ts'
import {type Way} from './explain.ts'
import {QueryIndex} from './indexReader.ts'
import {describe, fixedBy, runs, shapeRows, sorted, startOf} from './lists.ts'
import {type Shape, type ShapeRow} from './shape.ts'
import {QueryShapes} from './shapes.ts'
import {type Sight} from './sight.ts'
import {type IdStream, mergedIds} from './streams.ts'
import {type SelectedRows, type Selection} from './selection.ts'
import {rangeIn, type Wanted, wantedBy} from './wanted.ts'
import {placeOf, waysOf} from './ways.ts'

/** How a selection was answered, for whoever wants to know. */
export interface Found extends SelectedRows {
  readonly way: Way
  readonly by: string
}

const fewOfList = 40
/** Times as many are worth it where every one is looked at in any case. */
const ofAll = 100
const mostPrepared = 200
const mostBeside = 20_000
const takenForGranted = 100
const mostRemembered = 10_000
/** After as many changes, indexes of lists are made anew. */
const mostChanges = 2000

/** Finds documents by the indexes of the lake, by what is known of a filter. */
export class QueryFinder {
  readonly #documents: QueryDocuments
  readonly #shapes: QueryShapes
  readonly #few: number
  readonly #index: QueryIndex
  /** Ways that lately had many ids, and how often that was taken for granted since. */
  readonly #many = new Map<string, number>()

  constructor(database: DatabaseSync, documents: QueryDocuments, few = 200) {
    this.#few = few
    this.#documents = documents
    this.#index = new QueryIndex(documents)
    this.#shapes = new QueryShapes(database, documents)
  }

  /** Takes in what was committed. */
  update(changed: readonly string[]): void {
    this.#index.update()
    if (changed.length > mostChanges) this.#shapes.clear()
    else this.#shapes.update(changed)
  }

  find(selection: Selection, operand: (index: number) => unknown, sight: Sight): Found {
    const wanted = wantedBy(selection, operand)
    if (wanted.ids !== null) {
      const rows = wanted.ids.flatMap((id) => sight.byId(id) ?? [])
      return {
        rows: sorted(rows),
        isSorted: false,
        way: 'ids',
        by: `_id ${JSON.stringify(wanted.ids)}`,
      }
    }
    const few = isFirstOfList(selection) ? Math.min(fewOfList, this.#few) : this.#few
    const way =
      this.#fewest(wanted, sight, few) ??
      (selection.isCut ? null : this.#fewest(wanted, sight, few * ofAll))
    if (way !== null) {
      const ids = [...new Set([...way.ids, ...this.#index.unindexed(wanted, sight)])].sort()
      return {rows: this.#shown(ids, sight), isSorted: false, way: 'index', by: way.by}
    }
    return this.#byShape(wanted, selection, sight) ?? this.#inOrderOfIds(wanted, sight)
  }

  /** How many there are, where an index knows it without a look at any document. */
  count(selection: Selection, operand: (index: number) => unknown, sight: Sight): number | null {
    return countOf(wantedBy(selection, operand), sight, this.#documents, this.#index)
  }

  /** How many documents there are at most, whatever is asked for. */
  stored(sight: Sight): number {
    return countOfTypes(null, sight, this.#documents)
  }

  /** The ids of the first way that has few, or null when all have many. */
  #fewest(wanted: Wanted, sight: Sight, most: number): {by: string; ids: readonly string[]} | null {
    const indexes = {sql: this.#documents.sql, index: this.#index}
    for (const way of waysOf(wanted, sight, indexes)) {
      const name = `${most} ${way.by}`
      const known = this.#many.get(name)
      if (known !== undefined && known < takenForGranted) {
        this.#many.set(name, known + 1)
        continue
      }
      const ids = way.ids(most + 1)
      if (ids.length <= most) {
        this.#many.delete(name)
        return {by: way.by, ids}
      }
      if (this.#many.size > mostRemembered) this.#many.clear()
      this.#many.set(name, 0)
    }
    return null
  }

  /** In the order that the perspective shows ids in, which may not be the order that they are stored in. */
  #shown(ids: readonly string[], sight: Sight): Iterable<LakeDocument> {
    if (ids.length <= mostPrepared) this.#documents.prepare(ids)
    return shownOneByOne(sight.keepsIds ? ids : byShownId(ids), sight)
  }

  /** A list by an index made for lists like it. */
  #byShape(wanted: Wanted, selection: Selection, sight: Sight): Found | null {
    const {order} = selection
    if (order === null || this.#index.unindexed(wanted, sight).length > 0) return null
    const fixed = fixedBy(wanted)
    const isOrdered = isFirstOfList(selection)
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
    const range = first === undefined || first.isLower ? null : rangeIn(wanted, first.path)
    const from = startOf(wanted, sight)
    const rows = shapeRows(index, values, range, from)
    const by = `${describe(shape)}${range === null ? '' : ` from ${JSON.stringify([range.low, range.high])}`}`
    if (!isOrdered) {
      const ids = mapped(rows, ({id}) => id)
      return {rows: this.#streamed(ids, sight), isSorted: false, way: 'list', by}
    }
    const {isMeant, also} = this.#besideLists(wanted, sight)
    const ordered = runs(only(rows, isMeant), shape.order, sight)
    return {rows: ordered, isSorted: true, way: 'list', by: by + also}
  }

  /** What an index of a list cannot tell of its rows, where it is told of not too many. */
  #besideLists(wanted: Wanted, sight: Sight) {
    const indexes = {sql: this.#documents.sql, index: this.#index}
    for (const way of waysOf(wanted, sight, indexes)) {
      if (way.isBesideLists !== true) continue
      const ids = way.ids(mostBeside + 1)
      if (ids.length > mostBeside) continue
      const meant = new Set(ids)
      return {isMeant: ({id}: ShapeRow) => meant.has(id), also: `, of those with ${way.by}`}
    }
    return {isMeant: () => true, also: ''}
  }

  /** By the one field that must have some value, by type, or through everything. */
  #inOrderOfIds(wanted: Wanted, sight: Sight): Found {
    const [equal] = wanted.equals
    const start = startOf(wanted, sight)
    if (equal !== undefined) {
      const unindexed = this.#index.unindexed(wanted, sight).toSorted()
      const streams = this.#index.streams(equal.path, equal.values, wanted, sight)
      const rest: IdStream = (after, most) => unindexed.filter((id) => id > after).slice(0, most)
      const rows = this.#streamed(mergedIds([...streams, rest], start), sight)
      return {
        rows,
        isSorted: false,
        way: 'field',
        by: `${equal.path} ${JSON.stringify(equal.values)}`,
      }
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
    const rows = this.#streamed(mergedIds(streams, start), sight)
    return types === null
      ? {rows, isSorted: false, way: 'everything', by: 'everything'}
      : {rows, isSorted: false, way: 'type', by: `_type ${JSON.stringify(types)}`}
  }

  #streamed(ids: Iterable<string>, sight: Sight): Iterable<LakeDocument> {
    return sight.keepsIds ? shownOneByOne(ids, sight) : this.#shown([...ids], sight)
  }
}

/** True where an index in the order of the list finds the first ones without a look at the others. */
function isFirstOfList({isCut, order}: Selection): boolean {
  return isCut && order !== null && order.length > 0
}

function byShownId(ids: readonly string[]): readonly string[] {
  return ids
    .map((id) => ({id, shownId: publishedId(id)}))
    .sort((a, b) => (a.shownId < b.shownId ? -1 : Number(a.shownId > b.shownId)))
    .map(({id}) => id)
}

function* shownOneByOne(ids: Iterable<string>, sight: Sight): Generator<LakeDocument> {
  for (const id of ids) {
    const document = sight.show(id)
    if (document !== null) yield document
  }
}

function* only<Item>(items: Iterable<Item>, isMeant: (item: Item) => boolean): Generator<Item> {
  for (const item of items) if (isMeant(item)) yield item
}

function* mapped<A, B>(items: Iterable<A>, to: (item: A) => B): Generator<B> {
  for (const item of items) yield to(item)
}
