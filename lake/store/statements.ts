import {type DatabaseSync, type StatementSync} from 'node:sqlite'

export type SqlValue = string | number | null
export type Row = Record<string, SqlValue>
type Bound = SqlValue | Uint8Array

/** SQL on one file, each statement prepared once. */
export interface Statements {
  get(sql: string, ...values: readonly Bound[]): Row | undefined
  all(sql: string, ...values: readonly Bound[]): readonly Row[]
  iterate(sql: string): Iterable<Row>
  /** Returns the row id of what was inserted last. */
  run(sql: string, ...values: readonly Bound[]): number
  /** Runs `work` whole or not at all; within another transaction, as a part of it. */
  transaction<T>(work: () => T): T
  /** True while a transaction is going on. */
  isWithin(): boolean
  /** For whoever remembers what it has read or written: after a transaction that was undone it may not be so. */
  onUndone(forget: () => void): void
}

const outer = ['begin immediate', 'commit', 'rollback'] as const
const inner = ['savepoint part', 'release part', 'rollback to part; release part'] as const

export function statementsOn(database: DatabaseSync): Statements {
  const prepared = new Map<string, StatementSync>()
  const forgetful: (() => void)[] = []
  const statement = (sql: string): StatementSync => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const made = database.prepare(sql)
    prepared.set(sql, made)
    return made
  }
  return {
    get: (sql, ...values) => statement(sql).get(...values) as Row | undefined,
    all: (sql, ...values) => statement(sql).all(...values) as Row[],
    iterate: (sql) => statement(sql).iterate() as Iterable<Row>,
    run: (sql, ...values) => Number(statement(sql).run(...values).lastInsertRowid),
    transaction(work) {
      const [begin, end, undo] = database.isTransaction ? inner : outer
      database.exec(begin)
      try {
        const result = work()
        database.exec(end)
        return result
      } catch (error) {
        for (const forget of forgetful) forget()
        // SQLite itself has undone it where the disk is full.
        if (database.isTransaction) database.exec(undo)
        throw error
      }
    },
    isWithin: () => database.isTransaction,
    onUndone: (forget) => void forgetful.push(forget),
  }
}
