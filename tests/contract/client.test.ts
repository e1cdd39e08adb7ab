import {type SanityClient} from '@sanity/client'
import {afterAll, beforeAll, expect, test} from 'vitest'

import {startTestServer, type TestServer} from '../support/openTestLake.ts'

let server: TestServer
let editor: SanityClient
let anyone: SanityClient

beforeAll(async () => {
  server = await startTestServer()
  editor = server.client((await server.signIn('editor')).token)
  anyone = server.client()
})
afterAll(() => server.close())

test('a document is created, patched and deleted, each under the revision of its transaction', async () => {
  const created = await editor
    .transaction()
    .create({_id: 'life', _type: 'note', title: 'One'})
    .commit({transactionId: 'life-1', returnFirst: true, returnDocuments: true})
  expect(created).toEqual({
    _id: 'life',
    _type: 'note',
    _rev: 'life-1',
    _createdAt: '2026-03-01T09:00:00.000Z',
    _updatedAt: '2026-03-01T09:00:00.000Z',
    title: 'One',
  })
  server.pass(1000)
  const patched = await editor.patch('life').ifRevisionId('life-1').set({title: 'Two'}).commit()
  expect(patched).toMatchObject({
    title: 'Two',
    _createdAt: '2026-03-01T09:00:00.000Z',
    _updatedAt: '2026-03-01T09:00:01.000Z',
  })
  await editor.delete('life')
  expect(await editor.getDocument('life')).toBe(undefined)
})

test('a transaction is all or nothing', async () => {
  const work = editor
    .transaction()
    .create({_id: 'whole-1', _type: 'note'})
    .patch('missing', (patch) => patch.set({title: 'x'}))
  await expect(work.commit()).rejects.toMatchObject({statusCode: 409})
  expect(await editor.getDocument('whole-1')).toBe(undefined)
  const done = await editor
    .transaction()
    .create({_id: 'whole-1', _type: 'note'})
    .create({_id: 'whole-2', _type: 'note'})
    .commit({transactionId: 'whole-tx', returnDocuments: true})
  expect(done.map(({_id, _rev}) => [_id, _rev])).toEqual([
    ['whole-1', 'whole-tx'],
    ['whole-2', 'whole-tx'],
  ])
})

test('a wrong revision is a conflict that names both, and changes nothing', async () => {
  await editor
    .transaction()
    .create({_id: 'rev', _type: 'note', title: 'kept'})
    .commit({transactionId: 'rev-1'})
  const error = await editor
    .patch('rev')
    .ifRevisionId('rev-0')
    .set({title: 'lost'})
    .commit()
    .catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({
    statusCode: 409,
    response: {
      body: {
        code: 'revisionDoesNotMatch',
        error: {
          type: 'mutationError',
          items: [{error: {type: 'documentRevisionIDDoesNotMatchError'}}],
        },
      },
    },
  })
  expect(await editor.getDocument('rev')).toMatchObject({title: 'kept', _rev: 'rev-1'})
})

test('a dry run answers and writes nothing', async () => {
  await editor.create({_id: 'dry', _type: 'note'}, {dryRun: true})
  expect(await editor.getDocument('dry')).toBe(undefined)
})

test('objects in arrays get keys when asked', async () => {
  const created = await editor.create(
    {_id: 'keys', _type: 'note', list: [{a: 1}, {_key: 'mine', b: [{}]}, 'text']},
    {autoGenerateArrayKeys: true},
  )
  const key = expect.stringMatching(/^[0-9a-f]{12}$/) as string
  expect(created['list']).toEqual([{a: 1, _key: key}, {_key: 'mine', b: [{_key: key}]}, 'text'])
})

test('draft actions lead to a published document', async () => {
  await editor.create({_id: 'drafts.page', _type: 'page', title: 'Draft'})
  const answer = await editor.action({
    actionType: 'sanity.action.document.publish',
    draftId: 'drafts.page',
    publishedId: 'page',
  })
  expect(answer).toEqual({transactionId: expect.any(String)})
  expect(await anyone.fetch('*[_id == $id][0].title', {id: 'page'})).toBe('Draft')
  expect(await editor.getDocument('drafts.page')).toBe(undefined)
})

test('an action that cannot be done is an actionError in words', async () => {
  const error = await editor
    .action({
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.none',
      publishedId: 'none',
    })
    .catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({
    response: {
      body: {
        error: {type: 'actionError', description: expect.any(String)},
        code: expect.any(String),
      },
    },
  })
})

test('queries take parameters, joins and projections', async () => {
  await editor
    .transaction()
    .create({_id: 'author', _type: 'author', name: 'Ada'})
    .create({_id: 'book', _type: 'book', title: 'Sleep', by: {_type: 'reference', _ref: 'author'}})
    .commit()
  const query = '*[_type == $type]{title, "by": by->name}'
  expect(await anyone.fetch(query, {type: 'book'})).toEqual([{title: 'Sleep', by: 'Ada'}])
  const long = `${' '.repeat(12_000)}${query}`
  expect(await anyone.fetch(long, {type: 'book'})).toEqual([{title: 'Sleep', by: 'Ada'}])
})

test('perspectives: readers get what is published, drafts lie on top for those who signed in', async () => {
  await editor
    .transaction()
    .create({_id: 'both', _type: 'layer', title: 'published'})
    .create({_id: 'drafts.both', _type: 'layer', title: 'draft'})
    .create({_id: 'drafts.only', _type: 'layer', title: 'draft only'})
    .commit()
  const query = '*[_type == "layer"] | order(_id asc){_id, title}'
  const published = [{_id: 'both', title: 'published'}]
  expect(await anyone.fetch(query)).toEqual(published)
  expect(await editor.fetch(query)).toEqual(published)
  expect(await editor.fetch(query, {}, {perspective: 'drafts'})).toEqual([
    {_id: 'both', title: 'draft'},
    {_id: 'only', title: 'draft only'},
  ])
  expect(await editor.fetch(query, {}, {perspective: 'raw'})).toHaveLength(3)
  const old = server.client((await server.signIn('editor')).token, {
    apiVersion: '2021-03-25',
    perspective: undefined,
  })
  expect(await old.fetch(query)).toHaveLength(3)
})

test('without a token neither drafts nor private documents exist, through any door', async () => {
  await editor
    .transaction()
    .create({_id: 'open', _type: 'secret-test'})
    .create({_id: 'drafts.hidden', _type: 'secret-test'})
    .create({_id: 'credential.hidden', _type: 'secret-test'})
    .commit()
  const ids = ['open', 'drafts.hidden', 'credential.hidden']
  expect(await anyone.fetch('*[_type == "secret-test"]._id', {}, {perspective: 'raw'})).toEqual([
    'open',
  ])
  expect(await anyone.fetch('*[_type == "secret-test"]._id')).toEqual(['open'])
  expect((await anyone.getDocuments(ids)).map((document) => document?._id ?? null)).toEqual([
    'open',
    null,
    null,
  ])
  await expect(anyone.fetch('*', {}, {perspective: 'drafts'})).rejects.toMatchObject({
    statusCode: 401,
  })
  const exported = await fetch(`${server.url}/v2025-02-19/data/export/production`)
  expect(exported.status).toBe(401)
})

test('an export is a line for each document, also when two are made at once', async () => {
  await editor
    .transaction(
      Array.from({length: 350}, (_, index) => ({create: {_id: `many-${index}`, _type: 'many'}})),
    )
    .commit({returnDocuments: false})
  const {token} = await server.signIn('viewer')
  const take = async () => {
    const response = await fetch(`${server.url}/v2025-02-19/data/export/production`, {
      headers: {Authorization: `Bearer ${token}`},
    })
    const lines = (await response.text()).trim().split('\n')
    return lines
      .map((line) => (JSON.parse(line) as {_id: string})._id)
      .filter((id) => id.startsWith('many-'))
  }
  const [one, other] = await Promise.all([take(), take()])
  expect(new Set(one).size).toBe(350)
  expect(one).toHaveLength(350)
  expect(other).toEqual(one)
  const dataset = server.lake.dataset('production')
  const actor = {kind: 'operator', userId: 'operator', roles: ['viewer']} as const
  const [left, right] = [dataset.export(actor), dataset.export(actor)]
  const seen: string[] = []
  for (const document of left) {
    seen.push(document._id)
    right.next()
    // Somebody writes while somebody else reads slowly.
    if (seen.length === 2) await editor.create({_id: 'zz-late', _type: 'late'})
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBeGreaterThan(350)
})

test('history tells transactions and earlier states', async () => {
  await editor
    .transaction()
    .create({_id: 'past', _type: 'note', title: 'One'})
    .commit({transactionId: 'past-1'})
  await editor.patch('past').set({title: 'Two'}).commit()
  const at = await editor.request<{documents: unknown[]}>({
    url: '/data/history/production/documents/past?revision=past-1',
  })
  expect(at.documents).toMatchObject([{_id: 'past', _rev: 'past-1', title: 'One'}])
  const lines = String(
    await editor.request({
      url: '/data/history/production/transactions/past?excludeContent=true&effectFormat=mendoza',
    }),
  )
  expect(
    lines
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as {id: string}).id)[0],
  ).toBe('past-1')
  const events = await editor.request<{events: Record<string, unknown[]>}>({
    url: '/data/history/production/events/documents/past?limit=10',
  })
  expect(events.events['past']?.at(-1)).toMatchObject({
    type: 'createLiveDocument',
    documentId: 'past',
  })
})

test('references are told, and kept whole', async () => {
  await editor
    .transaction()
    .create({_id: 'target', _type: 'note'})
    .create({_id: 'source', _type: 'note', to: {_type: 'reference', _ref: 'target'}})
    .commit()
  const answer = await editor.request<object>({
    url: '/data/references/production/documents/target/to',
  })
  expect(answer).toEqual({totalCount: 1, references: [{documentId: 'source', type: 'note'}]})
  // The Studio adds these to the ones that it has found in the dataset itself.
  const elsewhere = await editor.request<object>({
    url: '/data/references/production/documents/target/to?excludeInternalReferences=true&excludePaths=true',
  })
  expect(elsewhere).toEqual({totalCount: 0, references: []})
  await expect(editor.delete('target')).rejects.toMatchObject({
    statusCode: 409,
    response: {body: {error: {items: [{error: {type: 'documentHasExistingReferencesError'}}]}}},
  })
})

test('viewers read and do not write', async () => {
  const viewer = server.client((await server.signIn('viewer')).token)
  await expect(viewer.create({_type: 'note'})).rejects.toMatchObject({
    statusCode: 403,
    response: {body: {code: 'insufficientPermissions'}},
  })
})
