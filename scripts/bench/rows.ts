import {type DatabaseSync, type SQLInputValue} from 'node:sqlite'
import {type LakeDocument} from '../../lake/document.ts'
import {wordsOf} from '../../lake/index/words.ts'

type Row = Readonly<Record<string, SQLInputValue>>

interface Works {
  readonly deletions: readonly (() => void)[]
  readonly writes: readonly (() => void)[]
}

/** What a document is kept in, by the column that says whose row it is. */
const tables = [
  {name: 'documents', of: 'id', keys: ['id']},
  {name: 'texts', of: 'id', keys: ['number']},
  {name: 'edges', of: 'source', keys: ['source', 'target']},
  {name: 'attributes', of: 'id', keys: ['key', 'scope', 'value', 'id']},
] as const

/** What a transaction leaves behind, by the column that says which it was. */
const records = [
  {name: 'transactions', of: 'seq'},
  {name: 'revisions', of: 'seq'},
  {name: 'ledger', of: 'transaction_seq'},
] as const

/**
 * Has SQLite alone do to one file what a transaction did to another that was its equal before. Only what differs is
 * written, with everything prepared. Returns the milliseconds from the beginning of the transaction to its end.
 */
export function writtenAgain(source: DatabaseSync, bare: DatabaseSync, seq: number): number {
  const ids = source.prepare('select document_id from revisions where seq = ?').all(seq)
  const parts = ids.flatMap(({document_id: id = null}) => [
    ...tables.map(({name, of, keys}) =>
      difference(bare, name, keys, rowsOf(bare, name, of, id), rowsOf(source, name, of, id)),
    ),
    difference(bare, 'words', ['rowid'], wordRows(bare, id), wordRows(source, id)),
  ])
  const works = [
    ...parts.flatMap(({deletions}) => deletions),
    ...newPaths(source, bare).map((row) => insertion(bare, 'paths', row)),
    ...parts.flatMap(({writes}) => writes),
    ...records.flatMap(({name, of}) =>
      rowsOf(source, name, of, seq).map((row) => insertion(bare, name, row)),
    ),
  ]
  const started = performance.now()
  bare.exec('begin immediate')
  for (const work of works) work()
  bare.exec('commit')
  return performance.now() - started
}

function difference(
  bare: DatabaseSync,
  table: string,
  keys: readonly string[],
  was: readonly Row[],
  is: readonly Row[],
): Works {
  const had = new Map(was.map((row) => [said(row, keys), row]))
  const has = new Set(is.map((row) => said(row, keys)))
  return {
    deletions: was
      .filter((row) => !has.has(said(row, keys)))
      .map((row) => deletion(bare, table, row, keys)),
    writes: is.flatMap((row) => {
      const before = had.get(said(row, keys))
      if (before === undefined) return [insertion(bare, table, row)]
      return said(before) === said(row) ? [] : [update(bare, table, row, keys)]
    }),
  }
}

function rowsOf(
  database: DatabaseSync,
  table: string,
  column: string,
  value: SQLInputValue,
): readonly Row[] {
  return database.prepare(`select * from ${table} where ${column} = ?`).all(value)
}

/** The full text keeps no text of its own: it is told again from the document. */
function wordRows(database: DatabaseSync, id: SQLInputValue): readonly Row[] {
  const rows = database
    .prepare('select number as rowid, body from texts join documents using (id) where id = ?')
    .all(id)
  return rows.map(({rowid = null, body}) => {
    const words = wordsOf(JSON.parse(String(body)) as LakeDocument)
    return {rowid, body: [...words].sort().join(' ')}
  })
}

function newPaths(source: DatabaseSync, bare: DatabaseSync): readonly Row[] {
  const last = bare.prepare('select coalesce(max(key), 0) as key from paths').get()?.['key']
  return source.prepare('select * from paths where key > ?').all(last ?? 0)
}

/** The same text for equal columns. */
function said(row: Row, columns: readonly string[] = Object.keys(row)): string {
  return JSON.stringify(columns.map((name) => row[name]))
}

function insertion(bare: DatabaseSync, table: string, row: Row): () => void {
  const columns = Object.keys(row)
  const marks = columns.map(() => '?').join(', ')
  return ready(
    bare,
    `insert into ${table} (${columns.join(', ')}) values (${marks})`,
    columns.map((name) => row[name] ?? null),
  )
}

function deletion(
  bare: DatabaseSync,
  table: string,
  row: Row,
  keys: readonly string[],
): () => void {
  return ready(
    bare,
    `delete from ${table} where ${keys.map((name) => `${name} = ?`).join(' and ')}`,
    keys.map((name) => row[name] ?? null),
  )
}

function update(bare: DatabaseSync, table: string, row: Row, keys: readonly string[]): () => void {
  const columns = Object.keys(row).filter((name) => !keys.includes(name))
  return ready(
    bare,
    `update ${table} set ${columns.map((name) => `${name} = ?`).join(', ')}
     where ${keys.map((name) => `${name} = ?`).join(' and ')}`,
    [...columns, ...keys].map((name) => row[name] ?? null),
  )
}

function ready(bare: DatabaseSync, sql: string, values: readonly SQLInputValue[]): () => void {
  const statement = bare.prepare(sql)
  return () => void statement.run(...values)
}
