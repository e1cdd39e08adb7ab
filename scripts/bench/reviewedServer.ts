import {createApp} from '../../lake/http/app.ts'
import {reviewExtension} from '../../plugins/review-workflow/lake/index.ts'
import {benchLake} from './benchLake.ts'
import {serveBench} from './child.ts'

/** A governed lake that was filled before, over HTTP. */

const [dir = ''] = process.argv.slice(2)
const lake = await benchLake(dir, reviewExtension)
const config = {projectId: 'bench', title: 'Bench', version: '0'}
const {url} = await createApp({lake, config}).start({port: 0, host: '127.0.0.1'})
serveBench(url)
