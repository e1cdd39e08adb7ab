import {applyPatch} from 'mendoza'
import {DatabaseSync, type StatementSync} from 'node:sqlite'
import {type LakeDocument} from '../document.ts'
import {documentIn} from '../store/documentRow.ts'
import {type Row} from '../store/statements.ts'

/** What one transaction made of one document. */
export interface RecordedChange {
  readonly seq: number
  readonly transactionId: string
  readonly author: string
  readonly timestamp: string
  readonly documentId: string
  readonly before: LakeDocument | null
  readonly after: LakeDocument | null
}

/** Reads what was committed out of a dataset's file, over a connection that cannot write. */
export class ChangeReader {
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  /** Documents as the last change that was read left them. */
  readonly #states = new Map<string, LakeDocument | null>()

  constructor(file: string) {
    this.#database = new DatabaseSync(file, {readOnly: true})
    // All reads see the same state, whoever commits meanwhile.
    this.#database.exec('pragma busy_timeout = 5000; begin')
  }

  close(): void {
    this.#database.close()
  }

  lastSeq(): number {
    return Number(this.#all('select coalesce(max(seq), 0) as seq from transactions')[0]?.['seq'])
  }

  /** Sequence numbers of the transactions after one, oldest first. */
  seqsAfter(seq: number, limit: number): readonly number[] {
    const sql = 'select seq from transactions where seq > ? order by seq limit ?'
    return this.#all(sql, seq, limit).map((row) => Number(row['seq']))
  }

  /**
   * The changes of a transaction; of several, they are read in order. A document that is withheld now is left out:
   * nobody vouches for its words.
   */
  changes(seq: number): readonly RecordedChange[] {
    const rows = this.#all(
      `select r.document_id, r.previous_rev, r.apply, r.revert, t.id, t.author, t.timestamp
       from revisions r join transactions t on t.seq = r.seq
       where r.seq = ? and r.document_id not in (select id from withheld) order by r.document_id`,
      seq,
    )
    return rows.map((row) => {
      const documentId = String(row['document_id'])
      const revision = String(row['id'])
      const known = this.#states.get(documentId)
      const after =
        known === undefined
          ? this.#stateAfter(documentId, seq, revision)
          : patched(known, row['apply'], revision)
      const before = known ?? patched(after, row['revert'], String(row['previous_rev']))
      this.#states.set(documentId, after)
      return {
        seq,
        transactionId: revision,
        author: String(row['author']),
        timestamp: String(row['timestamp']),
        documentId,
        before,
        after,
      }
    })
  }

  /** Every document that is there now and vouched for. */
  documents(): readonly LakeDocument[] {
    const rows = this.#all(
      'select id, type, body from documents where id not in (select id from withheld) order by id',
    )
    return rows.flatMap((row) => documentIn(row) ?? [])
  }

  /** The document as it is now, with everything since taken back. */
  #stateAfter(id: string, seq: number, revision: string): LakeDocument | null {
    const row = this.#all('select id, type, body from documents where id = ?', id)[0]
    let state = row === undefined ? null : documentIn(row)
    const sql = 'select revert from revisions where document_id = ? and seq > ? order by seq desc'
    for (const {revert} of this.#all(sql, id, seq)) state = patched(state, revert, revision)
    return state && {...state, _rev: revision}
  }

  #all(sql: string, ...values: readonly (string | number)[]): Row[] {
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement.all(...values) as Row[]
  }
}

/** Patches leave `_rev` out, and count fields without it. */
function patched(state: LakeDocument | null, patch: unknown, _rev: string): LakeDocument | null {
  const {_rev: _before, ...content} = state ?? {}
  const steps = JSON.parse(String(patch)) as never
  const made = applyPatch(state === null ? null : content, steps) as LakeDocument | null
  return made && {...made, _rev}
}
