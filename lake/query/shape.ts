import {type DatabaseSync, type StatementSync} from 'node:sqlite'
import {
  anything,
  type IndexValue,
  isCut,
  leavesOf,
  lowerIndexValue,
  nothing,
} from '../index/leaves.ts'
import {type Scope} from '../index/table.ts'
import {type Stored} from './documents.ts'
import {type OrderKey} from './selection.ts'
import {type Range} from './wanted.ts'

/** What lists have in common that differ in values alone: which fields they fix, and what they are ordered by. */
export interface Shape {
  readonly types: readonly string[] | null
  readonly lowestScope: Scope
  /** Fields that must have one value, in the order of names. */
  readonly fixed: readonly string[]
  readonly order: readonly OrderKey[]
}

export interface ShapeRow {
  readonly id: string
  /** What the index has of the fields that the list is ordered by. */
  readonly keys: readonly IndexValue[]
}

export interface ShapeIndex {
  /** Rows in the order of the list, some at a time. */
  page(
    values: readonly IndexValue[],
    range: Range | null,
    most: number,
    offset: number,
    /** Of lists without an order: only ids after this one. */
    after: string,
  ): readonly ShapeRow[]
}

/** Of those that ever were: each has a name of its own. */
let count = 0

/** The index for one shape, and what keeps it up. */
export interface MadeShape {
  readonly shape: Shape
  readonly table: string
  readonly index: ShapeIndex
  readonly put: StatementSync
  readonly remove: StatementSync
  /** Null of one that cannot be used: the index does not have all that it needs of some document. */
  rows: number | null
}

/** Made from the indexes of the lake; `database` has the function `lower_value`. */
export function makeShape(database: DatabaseSync, shape: Shape): MadeShape {
  const table = `shape_${++count}`
  const {fixed, order} = shape
  const columns = [...fixed.map((_, at) => `f${at}`), ...order.map((_, at) => `o${at}`)]
  const key = [
    ...fixed.map((_, at) => `f${at}`),
    ...order.map(({isDescending}, at) => `o${at}${isDescending ? ' desc' : ''}`),
    'id',
  ]
  const names = [...columns, 'id']
  database.exec(
    `create temp table ${table} (${names.join(', ')}, primary key (${key.join(', ')})) without rowid`,
  )
  fill(database, table, names, shape)
  database.exec(`create index temp.${table}_id on ${table} (id)`)
  const marks = names.map(() => '?').join(', ')
  const rows = Number(database.prepare(`select count(*) as n from temp.${table}`).get()?.['n'])
  const unsure = [
    ...fixed.flatMap((path, at) => (path.includes('[]') ? [`f${at}`] : [])),
    ...order.flatMap(({isLower}, at) => (isLower ? [`o${at}`] : [])),
  ]
  const isUnsure = unsure.some(
    (name) =>
      database.prepare(`select 1 from temp.${table} where ${name} = ? limit 1`).get(anything) !==
      undefined,
  )
  return {
    shape,
    table,
    index: {page: pages(database, table, shape)},
    put: database.prepare(
      `insert or ignore into temp.${table} (${names.join(', ')}) values (${marks})`,
    ),
    remove: database.prepare(`delete from temp.${table} where id = ?`),
    rows: isUnsure ? null : rows,
  }
}

/** Every document that has all the fixed fields, with what it has of the others. */
function fill(
  database: DatabaseSync,
  table: string,
  names: readonly string[],
  {types, lowestScope, fixed, order}: Shape,
): void {
  const values: (string | number)[] = []
  const ofTypes = types === null ? '' : 'and type in (select value from json_each(?))'
  // SQLite makes an index by id of what it has put aside, and of nothing else.
  const parts = [...fixed, ...order.map(({path}) => path)].map((path, at) => {
    values.push(path, ...(types === null ? [] : [JSON.stringify(types)]), lowestScope)
    return `p${at} (id, value) as materialized (select id, value from attributes
      where key in (select key from paths where path = ? ${ofTypes}) and scope >= ?)`
  })
  if (fixed.length === 0) {
    const kinds = ['', `and kind = 'published'`, `and kind = 'published' and public = 1`]
    parts.push(`d (id) as (select id from documents where true ${ofTypes} ${kinds[lowestScope]})`)
    if (types !== null) values.push(JSON.stringify(types))
  }
  const base = fixed.length === 0 ? 'd' : 'p0'
  const joins = [...fixed, ...order].map((_, at) => {
    if (base === `p${at}`) return ''
    return `${at < fixed.length ? 'cross join' : 'left join'} p${at} on p${at}.id = ${base}.id`
  })
  const columns = names.map((name, at) => {
    if (name === 'id') return `${base}.id`
    if (at < fixed.length) return `p${at}.value`
    const value = `coalesce(p${at}.value, x'02')`
    return order[at - fixed.length]?.isLower === true ? `lower_value(${value})` : value
  })
  database
    .prepare(
      `insert or ignore into temp.${table} (${names.join(', ')})
       with ${parts.join(', ')} select ${columns.join(', ')} from ${base} ${joins.join(' ')}`,
    )
    .run(...values)
}

/** The values of the rows that a document has in a shape: one, or one for each item of a list. */
export function rowsOf(shape: Shape, stored: Stored | null): readonly (readonly IndexValue[])[] {
  if (stored === null || stored.scope < shape.lowestScope) return []
  const {document} = stored
  if (shape.types !== null && !shape.types.includes(document._type)) return []
  const leaves = Map.groupBy(leavesOf(document), ({path}) => path)
  const valuesAt = (path: string) => (leaves.get(path) ?? []).map(({value}) => value)
  const choices = [
    ...shape.fixed.map(valuesAt),
    ...shape.order.map(({path, isLower}) => {
      const value = valuesAt(path)[0] ?? nothing
      return [isLower ? lowerIndexValue(value) : value]
    }),
  ]
  return choices.reduce<readonly (readonly IndexValue[])[]>(
    (rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  )
}

function pages(database: DatabaseSync, table: string, {fixed, order}: Shape): ShapeIndex['page'] {
  const conditions = fixed.map((_, at) => `f${at} = ?`)
  const sorting = [
    ...order.map(({isDescending}, at) => `o${at}${isDescending ? ' desc' : ''}`),
    'id',
  ]
  const names = [...order.map((_, at) => `o${at}`), 'id']
  const statements = new Map<string, StatementSync>()
  const statement = (range: Range | null): StatementSync => {
    const name = range === null ? '' : `${range.withLow} ${range.withHigh}`
    const known = statements.get(name)
    if (known !== undefined) return known
    const ranged =
      range === null
        ? []
        : [`o0 >${range.withLow ? '=' : ''} ?`, `o0 <${range.withHigh ? '=' : ''} ?`]
    const all = [...conditions, ...ranged, ...(order.length === 0 ? ['id > ?'] : [])]
    const made = database.prepare(
      `select ${names.join(', ')} from temp.${table} ${all.length > 0 ? `where ${all.join(' and ')}` : ''}
       order by ${sorting.join(', ')} limit ? offset ?`,
    )
    statements.set(name, made)
    return made
  }
  return (values, range, most, offset, after) => {
    const bounds = [
      ...(range === null ? [] : [range.low, range.high]),
      ...(order.length === 0 ? [after] : []),
    ]
    return statement(range)
      .all(...values, ...bounds, most, offset)
      .map((row) => ({
        id: String(row['id']),
        keys: order.map((_, at) => row[`o${at}`] as IndexValue),
      }))
  }
}

/** Where documents may stand in another order than the index has them: those that it does not tell apart. */
export function isSameRun(a: ShapeRow, b: ShapeRow): boolean {
  for (const [at, value] of a.keys.entries()) {
    const other = b.keys[at] as IndexValue
    if (typeof value === 'object' && typeof other === 'object') {
      if (Buffer.compare(value, other) !== 0) return false
    } else if (value !== other) return false
    if (typeof value === 'string' && isCut(value)) return true
  }
  return true
}
