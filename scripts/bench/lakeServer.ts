import {createApp} from '../../lake/http/app.ts'
import {benchLake} from './benchLake.ts'
import {serveBench} from './child.ts'
import {benchContent} from './content.ts'

/** The lake over HTTP, filled when it is new. */

const [dir = '', articles = '1000'] = process.argv.slice(2)
const lake = await benchLake(dir)
const {store} = lake.dataset('production')
if (store.lastSeq() === 0) {
  store.transaction(() => {
    const seq = store.addTransaction('bench', 'bench', '2026-01-01T00:00:00Z')
    for (const document of benchContent(Number(articles)).documents())
      store.put(document, seq, true)
  })
}
const config = {projectId: 'bench', title: 'Bench', version: '0'}
const {url} = await createApp({lake, config}).start({port: 0, host: '127.0.0.1'})
serveBench(url)
