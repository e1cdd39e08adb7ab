import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {openDatabase} from '../../lake/store/format.ts'
import {benchLake, operator, request} from './benchLake.ts'
import {benchContent} from './content.ts'
import {type Spread, spread} from './measure.ts'
import {weak} from './reviewedLake.ts'
import {writtenAgain} from './rows.ts'

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
  const source = openDatabase(dataset.store.file)
  const copied = () => writtenAgain(source, bare, dataset.store.lastSeq())
  const times = {publish: [] as number[], bare: [] as number[]}
  try {
    const articles = [...benchContent(publications).documents()].filter(
      ({_type}) => _type === 'article',
    )
    for (const {_id, ...article} of articles) {
      const draftId = `drafts.${_id}`
      const draft = {...(weak(article) as object), _id: draftId}
      await dataset.mutate(operator, {...request, mutations: [{create: draft}]})
      copied()
      const action = {actionType: 'sanity.action.document.publish', publishedId: _id, draftId}
      const started = performance.now()
      await dataset.act(operator, {...request, actions: [action]})
      times.publish.push(performance.now() - started)
      times.bare.push(copied())
    }
  } finally {
    source.close()
    bare.close()
    await lake.close()
    rmSync(dir, {recursive: true})
  }
  return {publish: spread(times.publish), bare: spread(times.bare)}
}
