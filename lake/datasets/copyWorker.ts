import {DatabaseSync} from 'node:sqlite'
import {workerData} from 'node:worker_threads'
import {type CopyOrder} from './copyJobs.ts'
import {type LakeDocument} from '../document.ts'
import {documentTable} from '../store/documentTable.ts'
import {statementsOn} from '../store/statements.ts'

/** The thread that writes the copy of a dataset's file. It ends when the file is whole. */

const order = workerData as CopyOrder

const source = new DatabaseSync(order.from, {readOnly: true})
source.exec('pragma busy_timeout = 5000')
source.prepare('vacuum into ?').run(order.to)
source.close()

const copy = new DatabaseSync(order.to)
const {put, remove} = documentTable(statementsOn(copy))
copy.exec('begin')
const meta = copy.prepare('insert or replace into meta (key, value) values (?, ?)')
meta.run('aclMode', order.aclMode)
meta.run('createdAt', order.createdAt)
meta.run('copyOf', order.source)
readdressAssets()
if (order.skipReleases) {
  const theirs = copy
    .prepare(`select id from documents where kind = 'version' or id glob '_.releases.*'`)
    .all()
  for (const {id} of theirs) remove(String(id))
}
if (order.skipHistory) {
  // The last transaction stays: what comes after must not be numbered like something before.
  copy.exec(`delete from revisions;
             delete from transactions where seq < (select max(seq) from transactions)`)
}
copy.exec('commit')
copy.close()

/** The bytes are the copy's own, so its asset documents say so. */
function readdressAssets(): void {
  const assets = copy
    .prepare(
      `select seq, public, body from documents where type in ('sanity.imageAsset', 'sanity.fileAsset')`,
    )
    .all()
  for (const {seq, public: isPublic, body} of assets) {
    const document = JSON.parse(String(body)) as LakeDocument
    const [path, url] = [document['path'], document['url']].map(readdressed)
    put({...document, ...(path && {path}), ...(url && {url})}, Number(seq), isPublic === 1)
  }
}

function readdressed(address: unknown): string | undefined {
  if (typeof address !== 'string') return undefined
  const parts = address.split('/')
  if (parts.at(-2) === order.source) parts[parts.length - 2] = order.target
  return parts.join('/')
}
