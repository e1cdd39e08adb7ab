import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {openDatabase} from '../../lake/store/format.ts'
import {benchContent} from './content.ts'
import {spread} from './measure.ts'
import {publish, putShared, reviewedLake, sign, write} from './reviewedLake.ts'
import {writtenAgain} from './rows.ts'
import {type WritingRow} from './writing.ts'

/** As for drafts, of signed articles that go live through the gate. */
export interface PublishingRow extends WritingRow {
  /** How many signed articles were live already. */
  readonly articles: number
}

const publications = 150
const atOnce = 50

/** Publishes signed articles among many others, and has SQLite alone write what that wrote, in turns. */
export async function publishing(articles: number): Promise<PublishingRow> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-'))
  const house = await reviewedLake(dir)
  const {store} = house.lake.dataset('production')
  const documents = [...benchContent(articles + publications).documents()]
  const ofTypes = (...types: readonly string[]) =>
    documents.filter(({_type}) => types.includes(_type))
  await putShared(house, ofTypes('person', 'category', 'citation'))
  const all = ofTypes('article')
  for (let at = 0; at < all.length; at += atOnce) {
    const some = all.slice(at, at + atOnce)
    await write(house, some)
    await sign(house, some)
    const held = some.slice(0, Math.max(0, articles - at))
    if (held.length > 0)
      await publish(
        house,
        held.map(({_id}) => _id),
      )
  }
  const copy = join(dir, 'bare.sqlite')
  store.backup(copy)
  const bare = openDatabase(copy)
  const source = openDatabase(store.file)
  const times = {publish: [] as number[], bare: [] as number[]}
  try {
    for (const {_id} of all.slice(articles)) {
      const started = performance.now()
      await publish(house, [_id])
      times.publish.push(performance.now() - started)
      times.bare.push(writtenAgain(source, bare, store.lastSeq()))
    }
  } finally {
    source.close()
    bare.close()
    await house.lake.close()
    rmSync(dir, {recursive: true})
  }
  return {articles, publish: spread(times.publish), bare: spread(times.bare)}
}
