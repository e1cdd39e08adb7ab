import {bundleOf, type LakeDocument, publishedId} from '../document.ts'
import {type Indexed, indexTable, type Scope} from '../index/table.ts'
import {referencesIn} from '../references.ts'
import {type Row, type SqlValue, type Statements} from './statements.ts'

export type DocumentTable = ReturnType<typeof documentTable>

/** The documents as they are now, and what they point at. */
export function documentTable(statements: Statements) {
  const {get, all, iterate, run, transaction} = statements
  const index = indexTable(statements)

  function indexed(id: string): Indexed | null {
    const row = get('select kind, public, body from documents where id = ?', id)
    return row === undefined ? null : {document: bodyOf(row), scope: scopeOf(row)}
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
      const row = get('select body from documents where id = ?', id)
      return row === undefined ? null : bodyOf(row)
    },

    group: (baseId: string): readonly LakeDocument[] =>
      all('select body from documents where base_id = ? order by id', baseId).map(bodyOf),

    /** The versions that belong to a release. */
    versions: (release: string): readonly LakeDocument[] =>
      all('select body from documents where release = ? order by id', release).map(bodyOf),

    ofType: (type: string): readonly LakeDocument[] =>
      all('select body from documents where type = ? order by id', type).map(bodyOf),

    /** Page by page: a slow reader must not hold a statement open while others read and write. */
    *documents(): Generator<LakeDocument> {
      const pageSize = 200
      for (let last = ''; ;) {
        const page = all(
          'select body from documents where id > ? order by id limit ?',
          last,
          pageSize,
        ).map(bodyOf)
        yield* page
        last = page.at(-1)?._id ?? last
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
      run(
        `insert into documents (id, base_id, kind, release, type, public, seq, body)
         values (?, ?, ?, ?, ?, ?, ?, ?)
         on conflict (id) do update set base_id = excluded.base_id, kind = excluded.kind,
           release = excluded.release, type = excluded.type, public = excluded.public,
           seq = excluded.seq, body = excluded.body`,
        ...placeOf(document),
        Number(isPublic),
        seq,
        JSON.stringify(document),
      )
      writeEdges(_id, before && before.document, document)
      const scope = scopeOf({kind: bundleOf(_id).kind, public: Number(isPublic)})
      index.write(_id, before, {document, scope})
      run('delete from withheld where id = ?', _id)
    },

    remove(id: string): void {
      const before = indexed(id)
      run('delete from withheld where id = ?', id)
      run('delete from documents where id = ?', id)
      run('delete from edges where source = ?', id)
      if (before !== null) index.write(id, before, null)
    },

    /**
     * Files every document by what it says and by who may read it now, which another extension may have judged otherwise.
     * Returns the ids of rows that are not of the document in them: somebody wrote past the lake.
     */
    refile(isPublic: (document: LakeDocument) => boolean): readonly string[] {
      const rows = iterate(
        'select id, base_id, kind, release, type, public, body from documents order by id',
      )
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
      transaction(() => {
        for (const [isPublicNow, id] of judgedAnew) {
          const before = indexed(id)
          run('update documents set public = ? where id = ?', isPublicNow, id)
          if (before !== null) index.write(id, before, indexed(id))
        }
      })
      return misfiled
    },

    /** Ids of documents that are there but are not served. */
    withheld: (): readonly string[] =>
      all('select id from withheld order by id').map((row) => String(row['id'])),

    isWithheld: (id: string): boolean =>
      get('select 1 as one from withheld where id = ?', id) !== undefined,

    /** From now on these and no others, until they are written again. */
    withhold(ids: readonly string[]): void {
      transaction(() => {
        run('delete from withheld')
        for (const id of ids) run('insert into withheld (id) values (?)', id)
      })
    },
  }
}

export function scopeOf(row: Row): Scope {
  if (row['kind'] !== 'published') return 0
  return row['public'] === 1 ? 2 : 1
}

/** The first columns of a document's row, in their order. */
function placeOf(document: LakeDocument): SqlValue[] {
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
