import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type DatabaseSync, type SQLInputValue} from 'node:sqlite'
import {type LakeDocument} from '../../lake/document.ts'
import {wordsOf} from '../../lake/indexWords.ts'
import {openDatabase} from '../../lake/storeFormat.ts'
import {benchLake, operator, request} from './benchLake.ts'
import {benchContent} from './content.ts'
import {type Spread, spread} from './measure.ts'

export interface WritingRow {
  /** Milliseconds for a draft of an article that goes live. */
  readonly publish: Spread
  /** For a transaction that writes the same rows and does nothing else. */
  readonly bare: Spread
}

const publications = 40

/** Publishes drafts, and has SQLite alone write what that wrote. */
export async function writing(): Promise<WritingRow> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-'))
  const lake = await benchLake(dir)
  const dataset = lake.dataset('production')
  const bare = openDatabase(join(dir, 'bare.sqlite'))
  const source = openDatabase(join(dir, 'datasets', 'production.sqlite'))
  const times = {publish: [] as number[], bare: [] as number[]}
  try {
    const articles = [...benchContent(publications).documents()].filter(
      ({_type}) => _type === 'article',
    )
    for (const {_id, ...article} of articles) {
      const draftId = `drafts.${_id}`
      await dataset.mutate(operator, {
        ...request,
        mutations: [{create: {...weak(article), _id: draftId}}],
      })
      const action = {actionType: 'sanity.action.document.publish', publishedId: _id, draftId}
      const started = performance.now()
      await dataset.act(operator, {...request, actions: [action]})
      times.publish.push(performance.now() - started)
      times.bare.push(copied(source, bare, _id))
    }
  } finally {
    source.close()
    bare.close()
    await lake.close()
    rmSync(dir, {recursive: true})
  }
  return {publish: spread(times.publish), bare: spread(times.bare)}
}

/** The articles of the bench refer to what is not there. */
function weak(value: object): object {
  return JSON.parse(
    JSON.stringify(value, (_, each: unknown) => {
      const isReference = typeof each === 'object' && each !== null && '_ref' in each
      return isReference ? {...each, _weak: true} : each
    }),
  ) as object
}

/** Reads what the last transaction wrote about a document, and times writing it. */
function copied(source: DatabaseSync, bare: DatabaseSync, id: string): number {
  const last = source.prepare('select max(seq) as seq from transactions').get()?.['seq'] ?? 0
  const number = source.prepare('select number from texts where id = ?').get(id)?.['number'] ?? 0
  const parts = (
    [
      ['transactions', 'seq = ?', last],
      ['revisions', 'seq = ?', last],
      ['documents', 'id = ?', id],
      ['edges', 'source = ?', id],
      ['attributes', 'id = ?', id],
      ['texts', 'id = ?', id],
    ] as const
  ).map(([table, condition, value]) => ({
    table,
    rows: source.prepare(`select * from ${table} where ${condition}`).all(value),
  }))
  const body = source.prepare('select body from documents where id = ?').get(id)?.['body']
  const words = [...wordsOf(JSON.parse(String(body)) as LakeDocument)].join(' ')
  const statements = parts.map(({table, rows}) => {
    const columns = Object.keys(rows[0] ?? {})
    return {
      rows: rows.map((row) => columns.map((name) => row[name] as SQLInputValue)),
      insert: bare.prepare(
        `insert or replace into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
      ),
    }
  })
  const text = bare.prepare('insert into words (rowid, body) values (?, ?)')
  const started = performance.now()
  bare.exec('begin immediate')
  for (const {insert, rows} of statements) for (const row of rows) insert.run(...row)
  text.run(number, words)
  bare.exec('commit')
  return performance.now() - started
}
