import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type DatabaseSync, type SQLInputValue} from 'node:sqlite'
import {type LakeDocument} from '../../lake/document.ts'
import {wordsOf} from '../../lake/index/words.ts'
import {openDatabase} from '../../lake/store/format.ts'
import {benchLake, operator, request} from './benchLake.ts'
import {benchContent} from './content.ts'
import {type Spread, spread} from './measure.ts'

export interface WritingRow {
  /** Milliseconds for a draft of an article that goes live. */
  readonly publish: Spread
  /** For a transaction that writes the same rows and does nothing else. */
  readonly bare: Spread
}

const publications = 300

/** Publishes drafts, and has SQLite alone write what that wrote and take away what that took away. */
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
      const draft = rowsOf(source, draftId)
      const action = {actionType: 'sanity.action.document.publish', publishedId: _id, draftId}
      const started = performance.now()
      await dataset.act(operator, {...request, actions: [action]})
      times.publish.push(performance.now() - started)
      times.bare.push(written(bare, draft, rowsOf(source, _id, dataset.store.lastSeq())))
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

interface Rows {
  readonly table: string
  readonly rows: readonly Readonly<Record<string, SQLInputValue>>[]
}

/** What is written of a document, and of the transaction that wrote it. */
function rowsOf(source: DatabaseSync, id: string, seq: number | null = null): readonly Rows[] {
  const select = (table: string, condition: string, value: SQLInputValue): Rows => ({
    table,
    rows: source.prepare(`select * from ${table} where ${condition}`).all(value),
  })
  const documents = select('documents', 'id = ?', id)
  const texts = select('texts', 'id = ?', id)
  const document = JSON.parse(String(documents.rows[0]?.['body'])) as LakeDocument
  const body = [...wordsOf(document)].join(' ')
  return [
    documents,
    texts,
    {table: 'words', rows: texts.rows.map(({number = 0}) => ({rowid: number, body}))},
    select('edges', 'source = ?', id),
    select('attributes', 'id = ?', id),
    ...(seq === null
      ? []
      : [select('transactions', 'seq = ?', seq), select('revisions', 'seq = ?', seq)]),
  ]
}

/** Milliseconds for taking a draft away and writing what is published, in one transaction. */
function written(bare: DatabaseSync, draft: readonly Rows[], published: readonly Rows[]): number {
  for (const work of insertions(bare, draft)) work()
  const works = [...deletions(bare, draft), ...insertions(bare, published)]
  const started = performance.now()
  bare.exec('begin immediate')
  for (const work of works) work()
  bare.exec('commit')
  return performance.now() - started
}

function insertions(bare: DatabaseSync, parts: readonly Rows[]): readonly (() => void)[] {
  return parts.flatMap(({table, rows}) => {
    const columns = Object.keys(rows[0] ?? {id: ''})
    const marks = columns.map(() => '?').join(', ')
    const statement = bare.prepare(`insert into ${table} (${columns.join(', ')}) values (${marks})`)
    return rows.map((row) => () => statement.run(...columns.map((name) => row[name] ?? null)))
  })
}

/** By their keys, as one would who knows what was there. */
function deletions(bare: DatabaseSync, parts: readonly Rows[]): readonly (() => void)[] {
  return parts.flatMap(({table, rows}) => {
    const columns = keysOf[table] ?? []
    const condition = columns.map((name) => `${name} = ?`).join(' and ')
    const statement = bare.prepare(`delete from ${table} where ${condition}`)
    return rows.map((row) => () => statement.run(...columns.map((name) => row[name] ?? null)))
  })
}

const keysOf: Readonly<Record<string, readonly string[]>> = {
  documents: ['id'],
  texts: ['number'],
  words: ['rowid'],
  edges: ['source', 'target'],
  attributes: ['key', 'scope', 'value', 'id'],
}
