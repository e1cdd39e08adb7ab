import {documentTable, type DocumentTable} from './documentTable.ts'
import {filing, type Filing} from './filing.ts'
import {ledgerTable, type LedgerTable} from './ledgerTable.ts'
import {statementsOn} from './statements.ts'
import {openDatabase} from './format.ts'
import {withheldTable, type WithheldTable} from './withheldTable.ts'
import {transactionTable, type TransactionTable} from './transactionTable.ts'

export interface Store extends DocumentTable, Filing, WithheldTable, TransactionTable, LedgerTable {
  readonly file: string
  /** Runs `work` whole or not at all; within another transaction, as a part of it. */
  transaction<T>(work: () => T): T
  /** True while a transaction is going on. */
  isWithin(): boolean
  meta(key: string): string | null
  setMeta(key: string, value: string): void
  /** The latest time that anything was written at; empty for a new file. */
  latestTime(): string
  backup(file: string): void
  close(): void
}

/** The one place that writes a dataset's file. Everything is synchronous: one commit at a time. */
export function openStore(file: string, onProgress?: (done: number, of: number) => void): Store {
  const database = openDatabase(file, onProgress)
  const statements = statementsOn(database)
  const {get, run, transaction, isWithin} = statements
  return {
    file,
    transaction,
    isWithin,
    ...documentTable(statements),
    ...filing(statements),
    ...withheldTable(statements),
    ...transactionTable(statements),
    ...ledgerTable(statements),

    meta(key) {
      const row = get('select value from meta where key = ?', key)
      return row === undefined ? null : String(row['value'])
    },
    setMeta: (key, value) =>
      void run('insert or replace into meta (key, value) values (?, ?)', key, value),
    latestTime() {
      const sql = `select max(coalesce((select max(timestamp) from transactions), ''),
                              coalesce((select max(at) from ledger), '')) as at`
      return String(get(sql)?.['at'] ?? '')
    },
    backup: (copy) => void run('vacuum into ?', copy),
    close: () => database.close(),
  }
}
