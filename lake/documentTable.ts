import {bundleOf, type LakeDocument, publishedId} from './document.ts'
import {referencesIn} from './references.ts'
import {type Row, type SqlValue, type Statements} from './statements.ts'

export type DocumentTable = ReturnType<typeof documentTable>

/** The documents as they are now, and what they point at. */
export function documentTable({get, all, iterate, run, transaction}: Statements) {
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
      run(
        `insert or replace into documents (id, base_id, kind, release, type, public, seq, body)
         values (?, ?, ?, ?, ?, ?, ?, ?)`,
        ...placeOf(document),
        Number(isPublic),
        seq,
        JSON.stringify(document),
      )
      run('delete from edges where source = ?', document._id)
      for (const target of new Set(referencesIn(document).map((reference) => reference.target))) {
        run('insert into edges (source, target) values (?, ?)', document._id, target)
      }
      run('delete from withheld where id = ?', document._id)
    },

    remove(id: string): void {
      run('delete from withheld where id = ?', id)
      run('delete from documents where id = ?', id)
      run('delete from edges where source = ?', id)
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
      if (judgedAnew.length > 0) {
        transaction(() => {
          for (const judged of judgedAnew)
            run('update documents set public = ? where id = ?', ...judged)
        })
      }
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
