import {bundleOf, publishedId} from '../document.ts'
import {type Privacy} from '../house.ts'
import {documentIn} from './documentRow.ts'
import {type Row, type Statements} from './statements.ts'

export type Filing = ReturnType<typeof filing>

/** As many rows are looked at in one go. */
const pageSize = 1000

/** True where an id is one that `isPublic` lets through. */
const isInPublic = `(instr(id, '.') = 0 and substr(id, 1, 1) <> '_')`

/** True where a row holds one document, and the one that it is filed as. */
const holdsItself = `case when json_valid(body) then
  (select sum(case key when '_id' then iif(atom is id, 1, 3) when '_type' then iif(atom is type, 1, 3) end)
   from json_each(body)) is 2 else false end`

/** True where it takes a closer look whether the lake filed a row. */
const isSuspect = `(instr(id, '.') > 0 or base_id <> id or kind <> 'published' or release is not null
  or not (${holdsItself}))`

const columns = `id, base_id, kind, release, type, case when ${holdsItself} then null else body end as body`

/** Whether documents are filed as what they are: somebody may have written past the lake. */
export function filing({get, all}: Statements) {
  return {
    /** Ids of documents that are not marked by who may read them, and of those that must be looked at, how they are. */
    wronglyMarked({isClosed, types}: Privacy): readonly {id: string; isPublic: boolean}[] {
      if (isClosed())
        return all('select id from documents where public <> 0').map(({id}) => ({
          id: String(id),
          isPublic: false,
        }))
      const named = JSON.stringify(Object.keys(types))
      const byPlace = all(
        `select id, ${isInPublic} as is_public from documents
         where type not in (select value from json_each(?)) and public <> ${isInPublic}`,
        named,
      ).map((row) => ({id: String(row['id']), isPublic: row['is_public'] === 1}))
      const byWords = all(
        `select id, type, public, ${isInPublic} as is_public, body from documents
         where type in (select value from json_each(?))`,
        named,
      ).flatMap((row) => {
        const document = row['is_public'] === 1 ? documentIn(row) : null
        const isPublic = document !== null && types[document._type]?.(document) === false
        return isPublic === (row['public'] === 1) ? [] : [{id: String(row['id']), isPublic}]
      })
      return [...byPlace, ...byWords]
    },

    /** Ids of rows that the lake did not file so, some rows at a time. */
    *misfiled(): Generator<readonly string[]> {
      const last = Number(get('select coalesce(max(rowid), 0) as last from documents')?.['last'])
      for (let from = 1; from <= last; from += pageSize) {
        const sql = `select ${columns} from documents where rowid between ? and ? and ${isSuspect}`
        yield idsOf(all(sql, from, from + pageSize - 1))
      }
    },

    /** Of those that were found out and are withheld. */
    misfiledAmongWithheld: (): readonly string[] =>
      idsOf(
        all(`select ${columns} from documents where id in
        (select id from withheld where id not in (select id from unjudged))`),
      ),
  }
}

function idsOf(rows: readonly Row[]): readonly string[] {
  return rows.filter((row) => !isFiledRight(row)).map(({id}) => String(id))
}

function isFiledRight(row: Row): boolean {
  const id = String(row['id'])
  const bundle = bundleOf(id)
  return (
    row['base_id'] === publishedId(id) &&
    row['kind'] === bundle.kind &&
    row['release'] === (bundle.kind === 'version' ? bundle.release : null) &&
    (row['body'] === null || documentIn(row) !== null)
  )
}
