import {type SanityClient} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {startTestServer, type TestServer} from '../support/openTestLake.ts'
import {follow, until} from '../support/wire.ts'

let house: TestServer
let root: SanityClient
let token: string

beforeAll(async () => {
  house = await startTestServer({datasets: ['scratch']})
  token = (await house.signIn('administrator')).token
  root = house.client(token)
  await house
    .client(token, {dataset: 'scratch'})
    .transaction()
    .create({_id: 'page', _type: 'page', title: 'One'})
    .patch('page', {set: {title: 'Two'}})
    .create({_id: 'drafts.page', _type: 'page', title: 'Three'})
    .commit()
})
afterAll(() => house.close())

interface Copying {
  readonly jobId: string
}

function copy(source: string, targetDataset: string, body: object = {}, who = root) {
  const url = `/datasets/${source}/copy`
  return who.request<Copying>({method: 'PUT', url, body: {targetDataset, ...body}})
}

/** Waits as the CLI does: by the stream of the job, without a token. */
async function finished({jobId}: Copying): Promise<unknown> {
  const stream = await follow(`${house.url}/v2025-09-16/jobs/${jobId}/listen`)
  await until('the end of the job', () => stream.ended())
  await stream.close()
  return stream.events().at(-1)?.data
}

const titles = (dataset: string, who: 'me' | 'anyone' = 'me') =>
  house
    .client(who === 'me' ? token : undefined, {dataset, perspective: 'raw'})
    .fetch<string[]>('*[_type == "page"] | order(_id).title')

test('the client makes, lists, edits and deletes a dataset', async () => {
  expect(await root.datasets.create('notes', {aclMode: 'private'})).toEqual({
    datasetName: 'notes',
    aclMode: 'private',
  })
  expect((await root.datasets.list()).find(({name}) => name === 'notes')).toEqual({
    name: 'notes',
    aclMode: 'private',
    policy: 'open',
    createdAt: '2026-03-01T09:00:00.000Z',
    createdByUserId: null,
    addonFor: null,
    datasetProfile: 'none',
    features: [],
    tags: [],
  })
  await root.datasets.edit('notes', {aclMode: 'public'})
  expect((await root.datasets.list()).find(({name}) => name === 'notes')?.aclMode).toBe('public')
  expect(await root.datasets.delete('notes')).toEqual({deleted: true})
  expect((await root.datasets.list()).map(({name}) => name)).toEqual(['production', 'scratch'])
  await expect(titles('notes')).rejects.toMatchObject({statusCode: 404})
  await root.datasets.create('notes')
  expect(await titles('notes')).toEqual([])
})

describe('who may read', () => {
  const stranger = () => titles('scratch', 'anyone')

  test('a dataset that is closed is closed at once, and opened again', async () => {
    expect(await stranger()).toEqual(['Two'])
    const stream = await follow(`${house.url}/v2025-02-19/data/listen/scratch?query=*`)
    await root.datasets.edit('scratch', {aclMode: 'private'})
    expect(await stranger()).toEqual([])
    expect(await titles('scratch')).toEqual(['Three', 'Two'])
    await until('the stream to end', () => stream.ended())
    await root.datasets.edit('scratch', {aclMode: 'public'})
    expect(await stranger()).toEqual(['Two'])
  })

  test('a dataset of comments stays private', async () => {
    await root.request({method: 'POST', url: '/comments/scratch/setup'})
    await expect(root.datasets.edit('scratch-comments', {aclMode: 'public'})).rejects.toMatchObject(
      {statusCode: 400, response: {body: {code: 'unsupported'}}},
    )
  })
})

describe('a copy', () => {
  test('has the documents and their history, and goes its own way', async () => {
    const began = await copy('scratch', 'whole')
    expect(began).toEqual({
      datasetName: 'whole',
      aclMode: 'public',
      message: 'Copying',
      jobId: expect.any(String),
    })
    expect(await finished(began)).toMatchObject({state: 'completed', progress: 100})
    expect(await titles('whole')).toEqual(['Three', 'Two'])
    await house.client(token, {dataset: 'whole'}).patch('page').set({title: 'Other'}).commit()
    expect([await titles('whole'), await titles('scratch')]).toEqual([
      ['Three', 'Other'],
      ['Three', 'Two'],
    ])
    const events = await root.request<{events: {page: unknown[]}}>({
      url: '/data/history/whole/events/documents/page',
    })
    expect(events.events.page.length).toBeGreaterThan(1)
    const jobs = await root.request<Record<string, unknown>[]>({
      url: '/projects/restwell/datasets/copy',
      query: {limit: '1'},
    })
    expect(jobs).toEqual([
      {
        id: began.jobId,
        sourceDataset: 'scratch',
        targetDataset: 'whole',
        withHistory: true,
        state: 'completed',
        progress: 100,
        createdAt: '2026-03-01T09:00:00.000Z',
        updatedAt: '2026-03-01T09:00:00.000Z',
      },
    ])
  })

  test('can leave history behind', async () => {
    await finished(await copy('scratch', 'brief', {skipHistory: true}))
    expect(await titles('brief')).toEqual(['Three', 'Two'])
    const client = house.client(token, {dataset: 'brief'})
    expect(await client.request({url: '/data/history/brief/events/documents/page'})).toMatchObject({
      events: {page: []},
    })
    await client.patch('page').set({title: 'Later'}).commit()
    expect(await titles('brief')).toEqual(['Three', 'Later'])
  })

  test('has assets of its own', async () => {
    const client = house.client(token, {dataset: 'scratch'})
    const file = await client.assets.upload('file', Buffer.from('breathe'), {filename: 'a.txt'})
    await finished(await copy('scratch', 'pictured'))
    const address = await house
      .client(token, {dataset: 'pictured'})
      .fetch<{url: string; path: string}>('*[_id == $id][0]{url, path}', {id: file._id})
    expect([address.url.includes('/pictured/'), address.path.includes('/pictured/')]).toEqual([
      true,
      true,
    ])
    expect(await (await fetch(address.url)).text()).toBe('breathe')
  })

  test('takes no name that is taken, and says what is wrong', async () => {
    const refusal = async (attempt: Promise<unknown>) =>
      attempt.catch(({statusCode, response}) => [statusCode, response.body.code])
    expect(await refusal(copy('scratch', 'production'))).toEqual([400, 'malformedRequest'])
    expect(await refusal(copy('scratch', 'brief'))).toEqual([409, 'alreadyExists'])
    expect(await refusal(copy('nowhere', 'other'))).toEqual([404, 'notFound'])
    expect(await refusal(copy('scratch', '../up'))).toEqual([400, 'malformedRequest'])
    expect(await refusal(copy('scratch', undefined as never))).toEqual([400, 'malformedRequest'])
    expect((await fetch(`${house.url}/v2025-09-16/jobs/none/listen`)).status).toBe(404)
  })
})

test('what readers are served from is not deleted over HTTP', async () => {
  await expect(root.datasets.delete('production')).rejects.toMatchObject({
    statusCode: 400,
    response: {body: {code: 'unsupported'}},
  })
})

test.each(['editor', 'viewer'])('a token of role %s changes no dataset', async (role) => {
  const who = house.client(house.lake.accounts.createToken({label: role, role}).token)
  const refused = {statusCode: 403, response: {body: {code: 'insufficientPermissions'}}}
  await expect(who.datasets.create('mine')).rejects.toMatchObject(refused)
  await expect(who.datasets.edit('scratch', {aclMode: 'private'})).rejects.toMatchObject(refused)
  await expect(who.datasets.delete('scratch')).rejects.toMatchObject(refused)
  await expect(copy('scratch', 'mine', {}, who)).rejects.toMatchObject(refused)
  await expect(who.request({url: '/projects/restwell/datasets/copy'})).rejects.toMatchObject(
    refused,
  )
})
