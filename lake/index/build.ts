import {type DatabaseSync} from 'node:sqlite'
import {documentIn, scopeOf} from '../store/documentRow.ts'
import {indexTable} from './table.ts'
import {statementsOn} from '../store/statements.ts'

const pageSize = 500

/** Indexes every document of a file that has none of its indexes yet. */
export function buildIndex(
  database: DatabaseSync,
  onProgress: (done: number, of: number) => void,
): void {
  const statements = statementsOn(database)
  const index = indexTable(statements)
  const of = Number(statements.get('select count(*) as n from documents')?.['n'])
  let done = 0
  for (let last = ''; ;) {
    const page = statements.all(
      'select id, type, public, body from documents where id > ? order by id limit ?',
      last,
      pageSize,
    )
    for (const row of page) {
      const id = String(row['id'])
      const document = documentIn(row)
      if (document === null) continue
      index.write(id, null, {document, scope: scopeOf(id, row['public'] === 1)})
    }
    done += page.length
    last = String(page.at(-1)?.['id'] ?? last)
    if (page.length > 0) onProgress(done, of)
    if (page.length < pageSize) return
  }
}
