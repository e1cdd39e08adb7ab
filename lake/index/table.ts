import {type LakeDocument} from '../document.ts'
import {type Leaf, leavesOf, nameOf} from './leaves.ts'
import {onceEach} from '../onceEach.ts'
import {wordsOf} from './words.ts'
import {type Statements} from '../store/statements.ts'

/** Who may come upon a document: those who ask for drafts, readers with an account, or everybody. */
export type Scope = 0 | 1 | 2

export interface Indexed {
  readonly document: LakeDocument
  readonly scope: Scope
}

export const indexTables = `
drop table if exists paths;
drop table if exists attributes;
drop table if exists texts;
drop table if exists words;
create table paths (
  key integer primary key, type text not null, path text not null, unique (type, path)) strict;
create table attributes (
  key integer not null, scope integer not null, value any not null, id text not null,
  primary key (key, scope, value, id)) strict, without rowid;
create table texts (
  number integer primary key, id text not null unique, scope integer not null) strict;
create virtual table words using fts5(
  body, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '_~.=''\`'");
drop index if exists documents_type;
create index documents_type on documents (type, id, kind, public);
`

export type IndexTable = ReturnType<typeof indexTable>

/** What documents are found by, kept up with every write of one. Of what did not change, nothing is written. */
export function indexTable({get, run, onUndone}: Statements) {
  const keys = new Map<string, number>()
  onUndone(() => keys.clear())

  function keyOf(type: string, path: string): number {
    const name = `${type.length} ${type} ${path}`
    const known = keys.get(name)
    if (known !== undefined) return known
    const found = get('select key from paths where type = ? and path = ?', type, path)?.['key']
    const key = Number(found ?? run('insert into paths (type, path) values (?, ?)', type, path))
    keys.set(name, key)
    return key
  }

  function writeWords(id: string, before: Indexed | null, after: Indexed | null): void {
    if (after === null) {
      run('delete from words where rowid in (select number from texts where id = ?)', id)
      run('delete from texts where id = ?', id)
      return
    }
    const words = searchable(after.document)
    const isSame = before !== null && isEqual(words, searchable(before.document))
    if (isSame && before.scope === after.scope) return
    const known = get('select number from texts where id = ?', id)?.['number']
    if (known !== undefined) {
      run('update texts set scope = ? where number = ?', after.scope, known)
      if (isSame) return
      run('delete from words where rowid = ?', known)
    }
    const number = known ?? run('insert into texts (id, scope) values (?, ?)', id, after.scope)
    run('insert into words (rowid, body) values (?, ?)', number, [...words].join(' '))
  }

  return {
    write(id: string, before: Indexed | null, after: Indexed | null): void {
      const isInPlace =
        before?.scope === after?.scope && before?.document._type === after?.document._type
      const was = before === null ? nothing : rowsOf(before.document)
      const is = after === null ? nothing : rowsOf(after.document)
      for (const [name, {path, value}] of was) {
        if (before === null || (isInPlace && is.has(name))) continue
        run(
          'delete from attributes where key = ? and scope = ? and value = ? and id = ?',
          keyOf(before.document._type, path),
          before.scope,
          value,
          id,
        )
      }
      for (const [name, {path, value}] of is) {
        if (after === null || (isInPlace && was.has(name))) continue
        run(
          'insert or ignore into attributes (key, scope, value, id) values (?, ?, ?, ?)',
          keyOf(after.document._type, path),
          after.scope,
          value,
          id,
        )
      }
      writeWords(id, before, after)
    },
  }
}

const nothing: ReadonlyMap<string, Leaf> = new Map()

const rowsOf = onceEach(
  (document: LakeDocument): ReadonlyMap<string, Leaf> =>
    new Map(leavesOf(document).map((leaf) => [nameOf(leaf), leaf])),
)

/** The words of a document for the full text, and its type, which no search asks for otherwise. */
const searchable = onceEach(
  (document: LakeDocument): ReadonlySet<string> =>
    new Set([typeWord(document._type), ...wordsOf(document)]),
)

function isEqual(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((word) => other.has(word))
}

export function typeWord(type: string): string {
  return `=${Buffer.from(type).toString('hex')}`
}
