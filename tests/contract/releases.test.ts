import {type SanityClient} from '@sanity/client'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {startTestServer, type TestServer} from '../support/openTestLake.ts'

let server: TestServer
let editor: SanityClient
let anyone: SanityClient

beforeEach(async () => {
  server = await startTestServer()
  editor = server.client((await server.signIn('editor')).token, {perspective: 'raw'})
  anyone = server.client()
})
afterEach(() => server.close())

const releaseId = 'r1'
const publishedId = 'page'
const metadata = {title: 'Spring', releaseType: 'asap'} as const
const title = (client: SanityClient, perspective?: string[]) =>
  client.fetch<string | null>(
    '*[_id == $id][0].title',
    {id: publishedId},
    perspective === undefined ? {} : {perspective},
  )

/** A live page, and a version of it in a release. */
async function filled(): Promise<void> {
  await editor.create({_id: publishedId, _type: 'page', title: 'Live'})
  await editor.releases.create({releaseId, metadata})
  await editor.createVersion({
    releaseId,
    publishedId,
    document: {_type: 'page', title: 'Spring'},
  })
}

test('a release is made, read, edited and listed', async () => {
  expect(await editor.releases.create({releaseId, metadata})).toEqual({
    transactionId: expect.any(String),
    releaseId,
    metadata,
  })
  await editor.releases.edit({releaseId, patch: {set: {'metadata.title': 'Summer'}}})
  expect(await editor.releases.get({releaseId})).toMatchObject({
    _id: '_.releases.r1',
    _type: 'system.release',
    name: releaseId,
    state: 'active',
    metadata: {title: 'Summer', releaseType: 'asap'},
  })
  expect(await editor.fetch('releases::all()[].name')).toEqual([releaseId])
  expect((await editor.releases.create({})).metadata).toEqual({releaseType: 'undecided'})
})

test('readers see a release only when they ask with an account', async () => {
  await filled()
  expect(await title(editor, [releaseId])).toBe('Spring')
  expect(await title(editor, ['published'])).toBe('Live')
  expect(await title(anyone)).toBe('Live')
  expect(await anyone.fetch('count(*[_type == "system.release"])')).toBe(0)
  expect(await anyone.getDocument('versions.r1.page')).toBeUndefined()
})

test('what is in a release is fetched, published and gone', async () => {
  await filled()
  const {result} = await editor.releases.fetchDocuments({releaseId})
  expect(result).toMatchObject([{_id: 'versions.r1.page', title: 'Spring'}])
  const {transactionId} = await editor.releases.publish({releaseId})
  expect(await title(anyone)).toBe('Spring')
  expect(await editor.releases.get({releaseId})).toMatchObject({
    _rev: transactionId,
    state: 'published',
    finalDocumentStates: [{id: 'versions.r1.page'}],
  })
  expect((await editor.releases.fetchDocuments({releaseId})).result).toEqual([])
  await editor.releases.delete({releaseId})
  expect(await editor.releases.get({releaseId})).toBeUndefined()
})

test('versions are made from what is there, replaced, marked and discarded', async () => {
  await editor.create({_id: publishedId, _type: 'page', title: 'Live'})
  await editor.releases.create({releaseId, metadata})
  const version = () => editor.getDocument('versions.r1.page')
  await editor.createVersion({releaseId, publishedId, baseId: publishedId})
  expect(await version()).toMatchObject({title: 'Live', _system: {base: {id: publishedId}}})
  await editor.replaceVersion({
    releaseId,
    publishedId,
    document: {_type: 'page', title: 'Replaced'},
  })
  expect(await version()).toMatchObject({title: 'Replaced'})
  await editor.unpublishVersion({releaseId, publishedId})
  expect(await version()).toMatchObject({_system: {delete: true}})
  await editor.discardVersion({releaseId, publishedId})
  expect(await version()).toBeUndefined()
})

test('a page that a release takes down is gone for whoever looks at the release', async () => {
  await editor.create({_id: publishedId, _type: 'page', title: 'Live'})
  await editor.releases.create({releaseId, metadata})
  await editor.unpublishVersion({releaseId, publishedId})
  expect(await title(editor, [releaseId])).toBeNull()
  expect(await title(anyone)).toBe('Live')
  await editor.releases.publish({releaseId})
  expect(await title(anyone)).toBeNull()
  expect(await editor.getDocument('drafts.page')).toMatchObject({title: 'Live'})
})

test('the first release of several is on top', async () => {
  await filled()
  await editor.createVersion({
    releaseId: 'r2',
    publishedId,
    document: {_type: 'page', title: 'Summer'},
  })
  expect(await title(editor, ['r1', 'r2'])).toBe('Spring')
  expect(await title(editor, ['r2', 'r1'])).toBe('Summer')
})

test('a release is archived and comes back', async () => {
  await filled()
  await editor.releases.archive({releaseId})
  expect(await editor.getDocument('versions.r1.page')).toBeUndefined()
  await editor.releases.unarchive({releaseId})
  expect(await editor.getDocument('versions.r1.page')).toMatchObject({title: 'Spring'})
})

describe('a scheduled release', () => {
  const publishAt = '2026-03-01T10:00:00.000Z'

  test('is locked until its moment, and then live', async () => {
    await filled()
    await editor.releases.schedule({releaseId, publishAt})
    expect(await editor.releases.get({releaseId})).toMatchObject({state: 'scheduled', publishAt})
    const swap = await editor
      .patch('versions.r1.page')
      .set({title: 'Swapped'})
      .commit()
      .catch((error: unknown) => error)
    expect(swap).toMatchObject({
      statusCode: 409,
      message: expect.stringContaining('The release "Spring" is scheduled'),
      response: {body: {code: 'releaseLocked'}},
    })
    server.pass(3_600_000)
    server.lake.tick()
    expect(await title(anyone)).toBe('Spring')
  })

  test('is open again once it is unscheduled', async () => {
    await filled()
    await editor.releases.schedule({releaseId, publishAt})
    await editor.releases.unschedule({releaseId})
    await editor.patch('versions.r1.page').set({title: 'Other'}).commit()
    expect(await title(editor, [releaseId])).toBe('Other')
  })
})

test('a dry run says whether it could be done, and does nothing', async () => {
  await filled()
  await editor.releases.publish({releaseId}, {dryRun: true})
  expect(await title(anyone)).toBe('Live')
  const viewer = server.client((await server.signIn('viewer')).token)
  const refused = await viewer.releases
    .publish({releaseId}, {dryRun: true})
    .catch((error: unknown) => error)
  // Studio 6.16 looks for this very type to know what somebody may do.
  expect(refused).toMatchObject({
    statusCode: 403,
    details: {type: 'insufficientPermissionsError'},
  })
})

test('a release that is not there, or there already, is told in words', async () => {
  await editor.releases.create({releaseId, metadata})
  const again = await editor.releases.create({releaseId, metadata}).catch((error: unknown) => error)
  expect(again).toMatchObject({statusCode: 409, response: {body: {code: 'documentAlreadyExists'}}})
  const missing = await editor.releases
    .publish({releaseId: 'none'})
    .catch((error: unknown) => error)
  expect(missing).toMatchObject({
    statusCode: 409,
    message: expect.stringContaining('There is no release "_.releases.none".'),
  })
})
