import {type IndexValue} from '../index/leaves.ts'
import {type QueryDocuments} from './documents.ts'
import {type Sight} from './sight.ts'
import {type IdStream} from './streams.ts'
import {type Range, type Wanted} from './wanted.ts'

/** The lake's indexes, as one who may see documents of some scopes reads them. */
export class QueryIndex {
  readonly #documents: QueryDocuments
  #keys: ReadonlyMap<string, readonly {type: string; key: number}[]> = new Map()
  #keyCount = -1

  constructor(documents: QueryDocuments) {
    this.#documents = documents
  }

  /** Takes in paths that are new. */
  update(): void {
    const {sql} = this.#documents
    const count = Number(sql.get('select max(key) as n from paths')?.['n'] ?? 0)
    if (count === this.#keyCount) return
    const rows = sql
      .all('select key, type, path from paths')
      .map(({key, type, path}) => ({key: Number(key), type: String(type), path: String(path)}))
    this.#keys = Map.groupBy(rows, ({path}) => path)
    this.#keyCount = count
  }

  paths(): Iterable<string> {
    return this.#keys.keys()
  }

  /** Ids of documents with some of these values at a path, in their order: one stream for each place of the index. */
  streams(path: string, values: readonly IndexValue[], wanted: Wanted, sight: Sight): IdStream[] {
    return this.#places(path, wanted, sight).flatMap(({key, scope}) =>
      values.map((value) => this.#idsAfter(key, scope, value)),
    )
  }

  within(
    path: string,
    range: Range,
    wanted: Wanted,
    sight: Sight,
    most: number,
  ): readonly string[] {
    const sql = `select id from attributes where key = ? and scope = ? and ${conditionOf(range)} limit ?`
    return this.#places(path, wanted, sight).flatMap(({key, scope}) =>
      this.#documents.sql
        .all(sql, key, scope, range.low, range.high, most)
        .map(({id}) => String(id)),
    )
  }

  /** Documents with something at a path. */
  having(path: string, wanted: Wanted, sight: Sight, most: number): readonly string[] {
    const sql = 'select id from attributes where key = ? and scope = ? limit ?'
    return this.#places(path, wanted, sight).flatMap(({key, scope}) =>
      this.#documents.sql.all(sql, key, scope, most).map(({id}) => String(id)),
    )
  }

  /** Documents with more fields than an index takes. */
  unindexed(wanted: Wanted, sight: Sight): readonly string[] {
    return this.#places('', wanted, sight).flatMap(({key, scope}) =>
      this.#documents.sql
        .all('select id from attributes where key = ? and scope = ?', key, scope)
        .map(({id}) => String(id)),
    )
  }

  countEqual(path: string, values: readonly IndexValue[], wanted: Wanted, sight: Sight): number {
    const counts = values.map((value) => this.#count(path, 'value = ?', [value], wanted, sight))
    return counts.reduce((sum, count) => sum + count, 0)
  }

  countHaving(path: string, wanted: Wanted, sight: Sight): number {
    return this.#count(path, 'true', [], wanted, sight)
  }

  countWithin(path: string, range: Range, wanted: Wanted, sight: Sight): number {
    return this.#count(path, conditionOf(range), [range.low, range.high], wanted, sight)
  }

  #count(
    path: string,
    condition: string,
    values: readonly IndexValue[],
    wanted: Wanted,
    sight: Sight,
  ): number {
    const sql = `select count(*) as n from attributes where key = ? and scope = ? and ${condition}`
    const rows = this.#places(path, wanted, sight).map(({key, scope}) =>
      this.#documents.sql.get(sql, key, scope, ...values),
    )
    return rows.reduce((sum, row) => sum + Number(row?.['n']), 0)
  }

  #idsAfter(key: number, scope: number, value: IndexValue): IdStream {
    const sql = `select id from attributes where key = ? and scope = ? and value = ? and id > ?
      order by id limit ?`
    return (after, most) =>
      this.#documents.sql.all(sql, key, scope, value, after, most).map(({id}) => String(id))
  }

  #places(
    path: string,
    {types}: Wanted,
    {lowestScope}: Sight,
  ): readonly {readonly key: number; readonly scope: number}[] {
    return (this.#keys.get(path) ?? []).flatMap(({type, key}) =>
      types !== null && !types.includes(type)
        ? []
        : [0, 1, 2].flatMap((scope) => (scope < lowestScope ? [] : [{key, scope}])),
    )
  }
}

function conditionOf({withLow, withHigh}: Range): string {
  return `value >${withLow ? '=' : ''} ? and value <${withHigh ? '=' : ''} ?`
}
