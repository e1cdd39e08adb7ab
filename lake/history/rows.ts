import {type Json, type JsonObject} from '../document.ts'

export interface StoredTransaction {
  readonly seq: number
  readonly id: string
  readonly author: string
  readonly timestamp: string
}

export interface StoredRevision {
  readonly documentId: string
  readonly mutations: readonly JsonObject[]
  readonly apply: Json
  readonly revert: Json[]
}

export type Row = Record<string, unknown>

/** One document of one transaction, as it was recorded. */
export interface RecordedChange extends StoredTransaction, StoredRevision {
  readonly previousRev: string | null
}

/** A document that was created or deleted. */
export interface ComingOrGoing extends StoredTransaction {
  readonly documentId: string
  readonly documentType: string
  readonly went: boolean
  readonly previousRev: string | null
}

export function transactionOf(row: Row): StoredTransaction {
  return {
    seq: Number(row['seq']),
    id: String(row['id']),
    author: String(row['author']),
    timestamp: String(row['timestamp']),
  }
}

export function revisionOf(row: Row): StoredRevision {
  return {
    documentId: String(row['document_id']),
    mutations: parsed<JsonObject[]>(row['mutations']),
    apply: parsed<Json>(row['apply']),
    revert: parsed<Json[]>(row['revert']),
  }
}

export function changeOf(row: Row): RecordedChange {
  const previous = row['previous_rev']
  return {
    ...transactionOf(row),
    ...revisionOf(row),
    previousRev: previous === null ? null : String(previous),
  }
}

export function parsed<T>(text: unknown): T {
  return JSON.parse(String(text)) as T
}

export function numberOrNull(row: Row | undefined): number | null {
  const value = row?.['seq']
  return typeof value === 'number' ? value : null
}
