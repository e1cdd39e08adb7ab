import {type SanityClient} from '@sanity/client'
import {afterAll, beforeAll, expect, test} from 'vitest'

import {startTestServer, type TestServer} from '../support/openTestLake.ts'

let server: TestServer
let editor: SanityClient

beforeAll(async () => {
  server = await startTestServer()
  editor = server.client((await server.signIn('editor')).token)
})
afterAll(() => server.close())

interface Events {
  readonly events: readonly {readonly type: string}[]
  readonly nextCursor: string
}

/** As the Studio asks under "Activity" of a release. */
function activity(client: SanityClient, name: string, rest = ''): Promise<Events> {
  return client.request({url: `/data/history/production/events/releases/${name}?limit=2${rest}`})
}

test('a release tells what befell it, page by page', async () => {
  await editor.releases.create({
    releaseId: 'spring',
    metadata: {title: 'Spring', releaseType: 'asap'},
  })
  await editor.createVersion({
    releaseId: 'spring',
    publishedId: 'page',
    document: {_id: 'versions.spring.page', _type: 'article', title: 'Spring'},
  })
  await editor.releases.publish({releaseId: 'spring'})
  const first = await activity(editor, 'spring')
  const second = await activity(editor, 'spring', `&nextCursor=${first.nextCursor}`)
  expect([first, second].map(({events}) => events.map(({type}) => type))).toEqual([
    ['publishRelease', 'addDocumentToRelease'],
    ['createRelease'],
  ])
  expect(second.nextCursor).toBe('')
})

test('nobody without an account reads the history of a release', async () => {
  await expect(activity(server.client(), 'spring')).rejects.toThrow('Sign in')
})

test('what cannot be the name of a release is refused', async () => {
  await expect(activity(editor, 'no%20name')).rejects.toThrow(
    '"releaseId" is the name of a release',
  )
})

test('a document of thousands of revisions comes back as it was at the first', async () => {
  await editor.create({_id: 'drafts.long', _type: 'note', n: 0})
  const first = (await editor.getDocument('drafts.long'))?._rev
  const dataset = server.lake.dataset('production')
  const actor = {kind: 'robot', userId: 'bot', label: 'Bot', roles: ['editor']} as const
  for (let n = 1; n <= 1500; n += 1) {
    await dataset.mutate(actor, {mutations: [{patch: {id: 'drafts.long', set: {n}}}]})
  }
  const {documents} = await editor.request<{documents: readonly object[]}>({
    url: `/data/history/production/documents/drafts.long?revision=${first}`,
  })
  expect(documents).toMatchObject([{_id: 'drafts.long', _rev: first, n: 0}])
})
