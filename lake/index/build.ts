import {type DatabaseSync} from 'node:sqlite'
import {type LakeDocument} from '../document.ts'
import {scopeOf} from '../store/documentTable.ts'
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
      'select id, kind, public, body from documents where id > ? order by id limit ?',
      last,
      pageSize,
    )
    for (const row of page) {
      const document = JSON.parse(String(row['body'])) as LakeDocument
      index.write(String(row['id']), null, {document, scope: scopeOf(row)})
    }
    done += page.length
    last = String(page.at(-1)?.['id'] ?? last)
    if (page.length > 0) onProgress(done, of)
    if (page.length < pageSize) return
  }
}
