import {DatabaseSync, type SQLInputValue, type StatementSync} from 'node:sqlite'
import {type Json, type LakeDocument} from '../document.ts'
import {type HistoryStep} from './events.ts'
import {
  changeOf,
  type ComingOrGoing,
  numberOrNull,
  parsed,
  type RecordedChange,
  revisionOf,
  type Row,
  type StoredRevision,
  type StoredTransaction,
  transactionOf,
} from './rows.ts'

/** The patch that leaves no document. */
const toNothing = '[0,null]'

/** Reads what the store recorded, over a connection that cannot write. */
export class HistoryReader {
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()

  constructor(file: string) {
    this.#database = new DatabaseSync(file, {readOnly: true})
    this.#database.exec('pragma busy_timeout = 5000')
  }

  close(): void {
    this.#database.close()
  }

  /** All reads of `work` see the same state, whoever else commits meanwhile. */
  snapshot<T>(work: () => T): T {
    this.#database.exec('begin')
    try {
      return work()
    } finally {
      this.#database.exec('rollback')
    }
  }

  document(id: string): LakeDocument | null {
    const row = this.#get('select body from documents where id = ?', id)
    return row === undefined ? null : parsed<LakeDocument>(row['body'])
  }

  /** Ids of every bundle of a document that ever existed. */
  group(baseId: string): readonly string[] {
    const rows = this.#all(
      'select distinct document_id as id from revisions where base_id = ? order by id',
      baseId,
    )
    return rows.map((row) => String(row['id']))
  }

  steps(baseId: string): readonly HistoryStep[] {
    const rows = this.#all(
      `select r.seq, r.document_id, r.previous_rev, t.id, t.author, t.timestamp,
         case when r.apply = '${toNothing}' then 'deleted' when r.revert = '${toNothing}' then 'created'
         else 'updated' end as kind
       from revisions r join transactions t on t.seq = r.seq where r.base_id = ? order by r.seq, r.document_id`,
      baseId,
    )
    return rows.map((row) => ({
      seq: Number(row['seq']),
      documentId: String(row['document_id']),
      kind: row['kind'] as HistoryStep['kind'],
      previousRev: row['previous_rev'] === null ? null : String(row['previous_rev']),
      transactionId: String(row['id']),
      author: String(row['author']),
      timestamp: String(row['timestamp']),
    }))
  }

  transactions(
    ids: readonly string[],
    page: {from: number; to: number; reverse: boolean; limit: number},
  ): readonly StoredTransaction[] {
    const order = page.reverse ? 'desc' : 'asc'
    const rows = this.#all(
      `select distinct t.seq, t.id, t.author, t.timestamp from revisions r join transactions t on t.seq = r.seq
       where r.document_id in (select value from json_each(?)) and r.seq between ? and ?
       order by t.seq ${order} limit ?`,
      JSON.stringify(ids),
      page.from,
      page.to,
      page.limit,
    )
    return rows.map(transactionOf)
  }

  revisionsOf(seq: number): readonly StoredRevision[] {
    const sql =
      'select document_id, mutations, apply, revert from revisions where seq = ? order by document_id'
    return this.#all(sql, seq).map(revisionOf)
  }

  /** Null for a transaction that does not exist. */
  seqOf(transactionId: string): number | null {
    return numberOrNull(this.#get('select seq from transactions where id = ?', transactionId))
  }

  /** The last transaction at or before a time. */
  seqAt(time: string): number | null {
    return numberOrNull(
      this.#get('select max(seq) as seq from transactions where timestamp <= ?', time),
    )
  }

  /** All changes of one document, newest first. */
  changesOf(id: string): readonly RecordedChange[] {
    const rows = this.#all(
      `select r.seq, t.id, t.author, t.timestamp, r.document_id, r.previous_rev, r.mutations, r.apply, r.revert
       from revisions r join transactions t on t.seq = r.seq where r.document_id = ? order by r.seq desc`,
      id,
    )
    return rows.map(changeOf)
  }

  /** When documents whose ids begin so came and went, oldest first. */
  comingsAndGoings(prefix: string): readonly ComingOrGoing[] {
    const rows = this.#all(
      `select r.seq, t.id, t.author, t.timestamp, r.document_id, r.previous_rev, r.apply = '${toNothing}' as went,
         json_extract(case when r.apply = '${toNothing}' then r.revert else r.apply end, '$[1]._type') as type
       from revisions r join transactions t on t.seq = r.seq
       where r.document_id >= ? and r.document_id < ? and (r.apply = '${toNothing}' or r.revert = '${toNothing}')
       order by r.seq, r.document_id`,
      prefix,
      `${prefix}\u{10ffff}`,
    )
    return rows.map((row) => ({
      ...transactionOf(row),
      documentId: String(row['document_id']),
      documentType: String(row['type']),
      went: row['went'] === 1,
      previousRev: row['previous_rev'] === null ? null : String(row['previous_rev']),
    }))
  }

  /** All that was recorded after a transaction, in the order in which it was; null when it is more than that. */
  changesAfter(
    seq: number,
    most: {readonly changes: number; readonly characters: number},
  ): readonly RecordedChange[] | null {
    const size = this.#get(
      `select count(*) as changes, coalesce(sum(length(mutations) + length(apply) + length(revert)), 0) as characters
       from (select mutations, apply, revert from revisions where seq > ? order by seq limit ?)`,
      seq,
      most.changes + 1,
    )
    if (Number(size?.['changes']) > most.changes) return null
    if (Number(size?.['characters']) > most.characters) return null
    const rows = this.#all(
      `select r.seq, t.id, t.author, t.timestamp, r.document_id, r.previous_rev, r.mutations, r.apply, r.revert
       from revisions r join transactions t on t.seq = r.seq where r.seq > ? order by r.seq, r.rowid`,
      seq,
    )
    return rows.map(changeOf)
  }

  /** The last transaction; null before the first. */
  lastTransaction(): StoredTransaction | null {
    const row = this.#get(
      'select seq, id, author, timestamp from transactions order by seq desc limit 1',
    )
    return row === undefined ? null : transactionOf(row)
  }

  lastSeq(id: string): number | null {
    return numberOrNull(
      this.#get('select max(seq) as seq from revisions where document_id = ?', id),
    )
  }

  /** The id of the last transaction up to there that wrote the document. */
  revisionAt(id: string, seq: number): string | null {
    const row = this.#get(
      `select t.id from revisions r join transactions t on t.seq = r.seq
       where r.document_id = ? and r.seq <= ? order by r.seq desc limit 1`,
      id,
      seq,
    )
    return row === undefined ? null : String(row['id'])
  }

  /** Newest first, one at a time: there may be thousands. */
  *revertsAfter(id: string, seq: number): Generator<Json[]> {
    const sql = 'select revert from revisions where document_id = ? and seq > ? order by seq desc'
    for (const {revert} of this.#statement(sql).iterate(id, seq)) yield parsed<Json[]>(revert)
  }

  #get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#statement(sql).get(...values)
  }

  #all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#statement(sql).all(...values)
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}
