import {bundleOf, type LakeDocument, publishedId} from '../document.ts'
import {type Indexed, indexTable} from '../index/table.ts'
import {referencesIn} from '../references.ts'
import {documentReader} from './documentReader.ts'
import {documentIn, scopeOf} from './documentRow.ts'
import {type Row, type SqlValue, type Statements} from './statements.ts'

export type DocumentTable = ReturnType<typeof documentTable>

/** The documents as they are now, and what they point at. */
export function documentTable(statements: Statements) {
  const {get, all, run, transaction} = statements
  const index = indexTable(statements)
  const read = documentReader()
  const documentsIn = (rows: readonly Row[]): readonly LakeDocument[] =>
    rows.flatMap((row) => read(row) ?? [])

  function indexed(id: string): (Indexed & {readonly place: readonly SqlValue[]}) | null {
    const row = get(
      'select id, base_id, kind, release, type, public, body from documents where id = ?',
      id,
    )
    const document = read(row)
    if (document === null || row === undefined) return null
    const {base_id, kind, release, type, public: isPublic} = row
    return {
      document,
      scope: scopeOf(id, isPublic === 1),
      place: [id, base_id, kind, release, type, isPublic] as SqlValue[],
    }
  }

  function storedAs({_id: id, _type: type}: LakeDocument, body: string): LakeDocument | null {
    return read({id, type, body})
  }

  /** What is written anew is judged by whoever lets it be written. */
  function serve(id: string): void {
    run('delete from withheld where id = ?', id)
    run('delete from unjudged where id = ?', id)
  }

  /** Of references that stay, nothing is written. */
  function writeEdges(id: string, before: LakeDocument | null, after: LakeDocument): void {
    const [was, is] = [before, after].map(
      (each) => new Set(each === null ? [] : referencesIn(each).map(({target}) => target)),
    ) as [Set<string>, Set<string>]
    for (const target of [...was].filter((each) => !is.has(each)))
      run('delete from edges where source = ? and target = ?', id, target)
    for (const target of [...is].filter((each) => !was.has(each)))
      run('insert or ignore into edges (source, target) values (?, ?)', id, target)
  }

  return {
    document(id: string): LakeDocument | null {
      return read(get('select id, type, body from documents where id = ?', id))
    },

    /** What will be read once this is written. */
    asStored: (document: LakeDocument): LakeDocument =>
      storedAs(document, JSON.stringify(document)) ?? document,

    group: (baseId: string): readonly LakeDocument[] =>
      documentsIn(
        all('select id, type, body from documents where base_id = ? order by id', baseId),
      ),

    /** The versions that belong to a release. */
    versions: (release: string): readonly LakeDocument[] =>
      documentsIn(
        all('select id, type, body from documents where release = ? order by id', release),
      ),

    ofType: (type: string): readonly LakeDocument[] =>
      documentsIn(all('select id, type, body from documents where type = ? order by id', type)),

    /**
     * Page by page: a slow reader must not hold a statement open while others read and write. Nothing is remembered of
     * them, since nobody works on all.
     */
    *documents(): Generator<LakeDocument> {
      const pageSize = 200
      for (let last = ''; ;) {
        const page = all(
          'select id, type, body from documents where id > ? order by id limit ?',
          last,
          pageSize,
        )
        for (const row of page) {
          const document = documentIn(row)
          if (document !== null) yield document
        }
        last = String(page.at(-1)?.['id'] ?? last)
        if (page.length < pageSize) return
      }
    },

    referrers: (target: string): readonly string[] =>
      all('select source from edges where target = ? order by source', target).map((row) =>
        String(row['source']),
      ),

    put(document: LakeDocument, seq: number, isPublic: boolean): void {
      const {_id} = document
      const before = indexed(_id)
      const body = JSON.stringify(document)
      const place = placeOf(document, isPublic)
      const isInPlace = before?.place.every((value, index) => value === place[index]) === true
      // No index has to hear of what stays in its place.
      if (isInPlace) run('update documents set seq = ?, body = ? where id = ?', seq, body, _id)
      else
        run(
          `insert into documents (id, base_id, kind, release, type, public, seq, body)
           values (?, ?, ?, ?, ?, ?, ?, ?)
           on conflict (id) do update set base_id = excluded.base_id, kind = excluded.kind,
             release = excluded.release, type = excluded.type, public = excluded.public,
             seq = excluded.seq, body = excluded.body`,
          ...place,
          seq,
          body,
        )
      // What is written over is soon to be written over again: then it is known what it was found by.
      const stored = before && storedAs(document, body)
      writeEdges(_id, before && before.document, document)
      index.write(_id, before, {document: stored ?? document, scope: scopeOf(_id, isPublic)})
      serve(_id)
    },

    remove(id: string): void {
      const before = indexed(id)
      serve(id)
      run('delete from documents where id = ?', id)
      run('delete from edges where source = ?', id)
      if (before !== null) index.write(id, before, null)
    },

    /** Makes sure that a document is among the referrers of all that it refers to. */
    refer(document: LakeDocument): void {
      writeEdges(document._id, null, document)
    },

    /** Marks documents by who may read them now. */
    mark(documents: readonly {readonly id: string; readonly isPublic: boolean}[]): void {
      if (documents.length === 0) return
      transaction(() => {
        for (const {id, isPublic} of documents) {
          const before = indexed(id)
          run('update documents set public = ? where id = ?', Number(isPublic), id)
          if (before !== null) index.write(id, before, indexed(id))
        }
      })
    },

    /** Ids of what is filed under a type. */
    idsOfType: (type: string): readonly string[] =>
      all('select id from documents where type = ? order by id', type).map(({id}) => String(id)),
  }
}

/** The first columns of a document's row, in their order: where it is filed. */
function placeOf(document: LakeDocument, isPublic: boolean): readonly SqlValue[] {
  const bundle = bundleOf(document._id)
  return [
    document._id,
    publishedId(document._id),
    bundle.kind,
    bundle.kind === 'version' ? bundle.release : null,
    document._type,
    Number(isPublic),
  ]
}
