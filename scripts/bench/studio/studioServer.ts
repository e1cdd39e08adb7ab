import {randomUUID} from 'node:crypto'
import {createApp} from '../../../lake/http/app.ts'
import {openLake, servedDataset} from '../../../lake/lake.ts'
import {reviewExtension} from '../../../plugins/review-workflow/lake/index.ts'
import {addDemoPeople} from '../../firstPeople.ts'
import {loadStarterContent} from '../../starter-content.ts'
import {serveBench} from '../child.ts'

/** One lake with the starter content, and a Studio at each of several addresses. */

const [dir = '', ...studios] = process.argv.slice(2)
const lake = await openLake({
  dir,
  now: () => new Date(),
  newId: randomUUID,
  extension: reviewExtension,
})
lake.createDataset({name: servedDataset, policy: 'reviewed', aclMode: 'public'})
const people = await addDemoPeople(lake.accounts)
await loadStarterContent({lake, people, progress: () => undefined})
const config = {projectId: 'restwell', title: 'Bench', version: '0'}
const servers = await Promise.all(
  studios.map((studioDir) =>
    createApp({lake, studioDir, config}).start({port: 0, host: '127.0.0.1'}),
  ),
)
const [first = '', ...others] = servers.map(({url}) => url)
const token = lake.accounts.redeemSid(lake.accounts.createSid(people.editor.userId)) ?? ''
serveBench(first, [...others, token])
