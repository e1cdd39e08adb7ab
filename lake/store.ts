import {DatabaseSync, type StatementSync} from 'node:sqlite'
import {bundleOf, type Json, type JsonObject, type LakeDocument, publishedId} from './document.ts'
import {LakeError} from './errors.ts'
import {type Contribution, type LedgerEntry, type LedgerHead, type LedgerRecord} from './guard.ts'
import {genesisHash, recordHash} from './ledger.ts'
import {referencesIn} from './references.ts'

/** Raised with every change of the tables; a file of a newer one is refused. */
export const formatVersion = 1

const tables = `
create table documents (
  id text primary key, base_id text not null, kind text not null, release text, type text not null,
  public integer not null, seq integer not null, body text not null) strict;
create index documents_base on documents (base_id);
create index documents_type on documents (type);
create table transactions (
  seq integer primary key, id text not null unique, author text not null, timestamp text not null) strict;
create table revisions (
  seq integer not null, document_id text not null, base_id text not null, previous_rev text, author text not null,
  novel integer not null, mutations text not null, apply text not null, revert text not null,
  primary key (document_id, seq)) strict;
create index revisions_seq on revisions (seq);
create index revisions_base on revisions (base_id, seq);
create table edges (source text not null, target text not null, primary key (source, target)) strict;
create index edges_target on edges (target);
create table ledger (
  seq integer primary key, at text not null, kind text not null, subject text not null, actor text not null,
  transaction_id text not null, transaction_seq integer not null, body text not null,
  previous_hash text not null, hash text not null) strict;
create index ledger_subject on ledger (subject, seq);
create trigger ledger_is_not_rewritten before update on ledger begin
  select raise(abort, 'the ledger is append-only'); end;
create trigger ledger_is_not_shortened before delete on ledger begin
  select raise(abort, 'the ledger is append-only'); end;
create table meta (key text primary key, value text not null) strict;
`

/** What came later and an older lake can do without: its files get it when they are opened. */
const additions = `
create index if not exists ledger_kind on ledger (kind, seq);
create table if not exists withheld (id text primary key) strict;
`

export interface Revision {
  readonly documentId: string
  readonly previousRev: string | null
  readonly novel: boolean
  readonly mutations: readonly JsonObject[]
  readonly effects: {readonly apply: Json; readonly revert: Json}
}

type Row = Record<string, string | number | null>

/** The one place that writes a dataset's file, and all its SQL. Everything is synchronous: one commit at a time. */
export class Store {
  readonly file: string
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()

  constructor(file: string) {
    this.file = file
    this.#database = new DatabaseSync(file)
    this.#database.exec(
      'pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000',
    )
    const version = Number(
      (this.#database.prepare('pragma user_version').get() as Row)['user_version'],
    )
    if (version > formatVersion) {
      this.#database.close()
      throw new LakeError(
        'unsupported',
        `${file} was made by a newer version of this lake (format ${version}; this one reads up to ${formatVersion}). ` +
          'Update Restwell Studio, or choose another data folder.',
      )
    }
    if (version === 0) {
      this.#database.exec(`begin; ${tables} pragma user_version = ${formatVersion}; commit`)
    }
    this.#database.exec(`begin immediate; ${additions} commit`)
  }

  close(): void {
    this.#database.close()
  }

  /** Runs `work` whole or not at all. */
  transaction<T>(work: () => T): T {
    this.#database.exec('begin immediate')
    try {
      const result = work()
      this.#database.exec('commit')
      return result
    } catch (error) {
      this.#database.exec('rollback')
      throw error
    }
  }

  meta(key: string): string | null {
    const row = this.#get('select value from meta where key = ?', key)
    return row === undefined ? null : String(row['value'])
  }

  setMeta(key: string, value: string): void {
    this.#run('insert into meta (key, value) values (?, ?)', key, value)
  }

  document(id: string): LakeDocument | null {
    const row = this.#get('select body from documents where id = ?', id)
    return row === undefined ? null : bodyOf(row)
  }

  group(baseId: string): readonly LakeDocument[] {
    return this.#all('select body from documents where base_id = ? order by id', baseId).map(bodyOf)
  }

  ofType(type: string): readonly LakeDocument[] {
    return this.#all('select body from documents where type = ? order by id', type).map(bodyOf)
  }

  /** Page by page: a slow reader must not hold a statement open while others read and write. */
  *documents(): Generator<LakeDocument> {
    const pageSize = 200
    for (let last = ''; ;) {
      const page = this.#all(
        'select body from documents where id > ? order by id limit ?',
        last,
        pageSize,
      ).map(bodyOf)
      yield* page
      last = page.at(-1)?._id ?? last
      if (page.length < pageSize) return
    }
  }

  referrers(target: string): readonly string[] {
    return this.#all('select source from edges where target = ? order by source', target).map(
      (row) => String(row['source']),
    )
  }

  hasTransaction(id: string): boolean {
    return this.#get('select 1 as one from transactions where id = ?', id) !== undefined
  }

  addTransaction(id: string, author: string, timestamp: string): number {
    const sql = 'insert into transactions (id, author, timestamp) values (?, ?, ?)'
    return Number(this.#statement(sql).run(id, author, timestamp).lastInsertRowid)
  }

  addRevision(seq: number, author: string, revision: Revision): void {
    this.#run(
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
  }

  put(document: LakeDocument, seq: number, isPublic: boolean): void {
    this.#run(
      `insert or replace into documents (id, base_id, kind, release, type, public, seq, body)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
      ...placeOf(document),
      Number(isPublic),
      seq,
      JSON.stringify(document),
    )
    this.#run('delete from edges where source = ?', document._id)
    for (const target of new Set(referencesIn(document).map((reference) => reference.target))) {
      this.#run('insert into edges (source, target) values (?, ?)', document._id, target)
    }
    this.#run('delete from withheld where id = ?', document._id)
  }

  remove(id: string): void {
    this.#run('delete from withheld where id = ?', id)
    this.#run('delete from documents where id = ?', id)
    this.#run('delete from edges where source = ?', id)
  }

  /**
   * Files every document by what it says and by who may read it now, which another extension may have judged otherwise.
   * Returns the ids of rows that are not of the document in them: somebody wrote past the lake.
   */
  refile(isPublic: (document: LakeDocument) => boolean): readonly string[] {
    const rows = this.#statement(
      'select id, base_id, kind, release, type, public, body from documents order by id',
    ).iterate() as Iterable<Row>
    const misfiled: string[] = []
    const judgedAnew: [isPublic: number, id: string][] = []
    for (const {body = null, public: wasPublic, ...columns} of rows) {
      const document = bodyOf({body})
      const place = placeOf(document)
      const id = String(columns['id'])
      if (Object.values(columns).some((value, index) => value !== place[index])) misfiled.push(id)
      const isPublicNow = Number(isPublic(document))
      if (isPublicNow !== wasPublic) judgedAnew.push([isPublicNow, id])
    }
    if (judgedAnew.length > 0) {
      this.transaction(() => {
        for (const judged of judgedAnew)
          this.#run('update documents set public = ? where id = ?', ...judged)
      })
    }
    return misfiled
  }

  /** Ids of documents that are there but are not served. */
  withheld(): readonly string[] {
    return this.#all('select id from withheld order by id').map((row) => String(row['id']))
  }

  isWithheld(id: string): boolean {
    return this.#get('select 1 as one from withheld where id = ?', id) !== undefined
  }

  /** From now on these and no others, until they are written again. */
  withhold(ids: readonly string[]): void {
    this.transaction(() => {
      this.#run('delete from withheld')
      for (const id of ids) this.#run('insert into withheld (id) values (?)', id)
    })
  }

  append(
    entry: LedgerEntry,
    stamp: {at: string; actor: string; transactionId: string; transactionSeq: number},
  ): LedgerRecord {
    const last = this.ledgerHead()
    const unhashed = {
      ...entry,
      seq: (last?.seq ?? 0) + 1,
      at: stamp.at,
      actor: stamp.actor,
      transactionId: stamp.transactionId,
      previousHash: last?.hash ?? genesisHash,
    }
    const record = {...unhashed, hash: recordHash(unhashed)}
    this.#run(
      `insert into ledger (seq, at, kind, subject, actor, transaction_id, transaction_seq, body, previous_hash, hash)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      record.seq,
      record.at,
      record.kind,
      record.subject,
      record.actor,
      record.transactionId,
      stamp.transactionSeq,
      JSON.stringify(record.body),
      record.previousHash,
      record.hash,
    )
    return record
  }

  lastSeq(): number {
    return Number(this.#get('select coalesce(max(seq), 0) as seq from transactions')?.['seq'])
  }

  /** The latest time that anything was written at; empty for a new file. */
  latestTime(): string {
    const sql = `select max(coalesce((select max(timestamp) from transactions), ''),
                            coalesce((select max(at) from ledger), '')) as at`
    return String(this.#get(sql)?.['at'] ?? '')
  }

  ledger(subject: string): readonly LedgerRecord[] {
    return this.#all('select * from ledger where subject = ? order by seq', subject).map(recordOf)
  }

  records(kinds: readonly string[]): readonly LedgerRecord[] {
    const sql = 'select * from ledger where kind in (select value from json_each(?)) order by seq'
    return this.#all(sql, JSON.stringify(kinds)).map(recordOf)
  }

  ledgerHead(): LedgerHead | null {
    const last = this.#get('select seq, hash from ledger order by seq desc limit 1')
    return last === undefined ? null : {seq: Number(last['seq']), hash: String(last['hash'])}
  }

  *wholeLedger(): Generator<LedgerRecord> {
    for (const row of this.#statement('select * from ledger order by seq').iterate())
      yield recordOf(row as Row)
  }

  /**
   * New words in any bundle of a document, after the transaction in which that ledger record was appended. Words in a
   * version may lie there for long before they come into the draft: they always count.
   */
  contributions(baseId: string, afterLedgerSeq: number): readonly Contribution[] {
    return this.#all(
      `select r.author, t.id, t.timestamp from revisions r join transactions t on t.seq = r.seq
       where r.base_id = ? and r.novel = 1
         and (r.seq > coalesce((select transaction_seq from ledger where seq = ?), 0) or r.document_id like 'versions.%')
       order by r.seq`,
      baseId,
      afterLedgerSeq,
    ).map((row) => ({
      userId: String(row['author']),
      transactionId: String(row['id']),
      at: String(row['timestamp']),
    }))
  }

  backup(file: string): void {
    this.#run('vacuum into ?', file)
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  #get(sql: string, ...values: (string | number | null)[]): Row | undefined {
    return this.#statement(sql).get(...values) as Row | undefined
  }

  #all(sql: string, ...values: (string | number | null)[]): Row[] {
    return this.#statement(sql).all(...values) as Row[]
  }

  #run(sql: string, ...values: (string | number | null)[]): void {
    this.#statement(sql).run(...values)
  }
}

/** The first columns of a document's row, in their order. */
function placeOf(document: LakeDocument): (string | number | null)[] {
  const bundle = bundleOf(document._id)
  return [
    document._id,
    publishedId(document._id),
    bundle.kind,
    bundle.kind === 'version' ? bundle.release : null,
    document._type,
  ]
}

function bodyOf(row: Row): LakeDocument {
  return JSON.parse(String(row['body'])) as LakeDocument
}

function recordOf(row: Row): LedgerRecord {
  return {
    seq: Number(row['seq']),
    at: String(row['at']),
    kind: String(row['kind']),
    subject: String(row['subject']),
    actor: String(row['actor']),
    transactionId: String(row['transaction_id']),
    body: JSON.parse(String(row['body'])) as JsonObject,
    previousHash: String(row['previous_hash']),
    hash: String(row['hash']),
  }
}
