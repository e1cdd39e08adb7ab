import {type Json, type JsonObject, publishedId} from '../document.ts'
import {type Statements} from './statements.ts'

export interface Revision {
  readonly documentId: string
  readonly previousRev: string | null
  readonly novel: boolean
  readonly mutations: readonly JsonObject[]
  readonly effects: {readonly apply: Json; readonly revert: Json}
}

export type TransactionTable = ReturnType<typeof transactionTable>

/** Every transaction, and what it made of each document. */
export function transactionTable({get, all, run}: Statements) {
  return {
    hasTransaction: (id: string): boolean =>
      get('select 1 as one from transactions where id = ?', id) !== undefined,

    addTransaction: (id: string, author: string, timestamp: string): number =>
      run(
        'insert into transactions (id, author, timestamp) values (?, ?, ?)',
        id,
        author,
        timestamp,
      ),

    lastSeq: (): number =>
      Number(get('select coalesce(max(seq), 0) as seq from transactions')?.['seq']),

    addRevision(seq: number, author: string, revision: Revision): void {
      run(
        `insert into revisions (seq, document_id, base_id, previous_rev, author, novel, mutations, apply, revert)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        seq,
        revision.documentId,
        publishedId(revision.documentId),
        revision.previousRev,
        author,
        Number(revision.novel),
        JSON.stringify(revision.mutations),
        JSON.stringify(revision.effects.apply),
        JSON.stringify(revision.effects.revert),
      )
    },

    /** The patch that brings back what the last change of a document changed; null for a document that never was. */
    lastRevert(id: string): Json | null {
      const sql = 'select revert from revisions where document_id = ? order by seq desc limit 1'
      const row = get(sql, id)
      return row === undefined ? null : (JSON.parse(String(row['revert'])) as Json)
    },

    /**
     * The authors of new words in any bundle of a document, after the transaction in which that ledger record was
     * appended. Words in a version may lie there for long before they come into the draft: they always count.
     */
    contributors: (baseId: string, afterLedgerSeq: number): readonly string[] =>
      all(contributorsOf, baseId, afterLedgerSeq).map((row) => String(row['author'])),
  }
}

/** Goes from author to author, past however many revisions each of them has made. */
const contributorsOf = `
with recursive
  authors (author) as (
    select min(author) from revisions where base_id = ?1 and novel = 1
    union all
    select (select min(author) from revisions where base_id = ?1 and novel = 1 and author > authors.author)
    from authors where author is not null),
  firsts (author, seq) as (
    select author, (
      select min(seq) from revisions
      where base_id = ?1 and novel = 1 and author = authors.author
        and (substr(document_id, 1, 9) = 'versions.') = 0
        and seq > coalesce((select transaction_seq from ledger where seq = ?2), 0))
    from authors
    union all
    select author, (
      select min(seq) from revisions
      where base_id = ?1 and novel = 1 and author = authors.author
        and (substr(document_id, 1, 9) = 'versions.') = 1)
    from authors)
select author, min(seq) as first from firsts where seq is not null group by author order by first`
