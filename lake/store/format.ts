import {DatabaseSync} from 'node:sqlite'
import {LakeError} from '../errors.ts'
import {buildIndex} from '../index/build.ts'
import {indexTables} from '../index/table.ts'

/** Raised with every change of the tables; a file of a newer one is refused. */
export const formatVersion = 3

const tables = `
create table documents (
  id text primary key, base_id text not null, kind text not null, release text, type text not null,
  public integer not null, seq integer not null, body text not null) strict;
create index documents_base on documents (base_id);
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
create index if not exists documents_release on documents (release) where release is not null;
create index if not exists revisions_words
  on revisions (base_id, author, substr(document_id, 1, 9) = 'versions.', seq) where novel = 1;
create table if not exists withheld (id text primary key) strict;
create table if not exists unjudged (id text primary key) strict;
`

/** The file of a dataset, with its tables. What a file of an older format does not have is made when it is opened. */
export function openDatabase(
  file: string,
  onProgress: (done: number, of: number) => void = () => {},
): DatabaseSync {
  const database = new DatabaseSync(file)
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000; pragma temp_store = memory',
  )
  const version = Number(database.prepare('pragma user_version').get()?.['user_version'])
  if (version > formatVersion) {
    database.close()
    throw new LakeError(
      'unsupported',
      `${file} was made by a newer version of this lake (format ${version}; this one reads up to ${formatVersion}). ` +
        'Update Restwell Studio, or choose another data folder.',
    )
  }
  database.exec('begin immediate')
  try {
    if (version === 0) database.exec(tables)
    database.exec(additions)
    if (version < 3) {
      database.exec(indexTables)
      buildIndex(database, onProgress)
      database.exec(`pragma user_version = ${formatVersion}`)
    }
    database.exec('commit')
  } catch (error) {
    database.close()
    throw error
  }
  return database
}
