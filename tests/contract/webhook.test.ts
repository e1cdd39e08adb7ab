import {type SanityClient} from '@sanity/client'
import {execFile} from 'node:child_process'
import {join} from 'node:path'
import {stripVTControlCharacters} from 'node:util'
import {isValidRequest, isValidSignature} from '@sanity/webhook'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {createEvaluator, type Evaluator} from '../../lake/hooks/evaluator.ts'
import {type Hook, type HookAttempt, type HookMessage} from '../../lake/hooks/hook.ts'
import {HookRunner} from '../../lake/hooks/runner.ts'
import {createSender} from '../../lake/hooks/send.ts'
import {startTestServer, type TestServer} from '../support/openTestLake.ts'
import {openReceiver, type Receiver} from '../support/receiver.ts'

let server: TestServer
let receiver: Receiver
let evaluator: Evaluator
let runner: HookRunner
let administrator: SanityClient
let editor: SanityClient
let ids = 0

beforeEach(async () => {
  server = await startTestServer()
  receiver = await openReceiver()
  evaluator = createEvaluator()
  runner = runnerWith(evaluator)
  administrator = server.client((await server.signIn('administrator')).token)
  editor = server.client((await server.signIn('editor')).token)
})
afterEach(async () => {
  await evaluator.close()
  await receiver.close()
  await server.close()
})

function runnerWith(thread: Evaluator, allowedHosts: readonly string[] = ['127.0.0.1']) {
  const {lake} = server
  return new HookRunner({
    lake,
    projectId: 'restwell',
    evaluator: thread,
    now: () => new Date(lake.now()),
    newId: () => `attempt${(ids += 1)}`,
    send: createSender({allowedHosts}),
    log: (line) => expect.fail(line),
  })
}

const hooks = '/hooks/projects/restwell'
const make = (body: object) =>
  administrator.request<Hook>({
    method: 'POST',
    url: hooks,
    body: {name: 'Site', url: receiver.url, dataset: 'production', ...body},
  })
const messagesOf = ({id}: Hook) =>
  administrator.request<HookMessage[]>({url: `${hooks}/${id}/messages`})
const attemptsOf = ({id}: Hook) =>
  administrator.request<HookAttempt[]>({url: `${hooks}/${id}/attempts`})

async function settle(): Promise<void> {
  await runner.scan()
  await runner.deliver()
}

test('a change is sent as the projection says, signed so that @sanity/webhook believes it', async () => {
  const hook = await make({
    secret: 'between us',
    headers: {Authorization: 'Bearer site'},
    rule: {
      on: ['update'],
      filter: '_type == "article" && delta::changedAny(title)',
      projection:
        '{_id, title, "old": before().title, "by": identity(), "from": sanity::dataset(), "op": delta::operation(), "author": author->name}',
    },
  })
  await editor.create({_id: 'ann', _type: 'person', name: 'Ann'})
  await editor.create({
    _id: 'a',
    _type: 'article',
    title: 'One',
    author: {_type: 'reference', _ref: 'ann'},
  })
  const {transactionId} = await editor
    .patch('a')
    .set({title: 'Two'})
    .commit({returnDocuments: false})
  await editor.patch('a').set({body: 'not asked for'}).commit()
  await settle()

  const userId = (await server.signIn('editor')).account.id
  expect(receiver.requests.map(({body}) => JSON.parse(body) as unknown)).toEqual([
    {
      _id: 'a',
      title: 'Two',
      old: 'One',
      by: userId,
      from: 'production',
      op: 'update',
      author: 'Ann',
    },
  ])
  const [request] = receiver.requests
  if (request === undefined) return expect.fail('nothing came')
  const [message] = await messagesOf(hook)
  expect(request.headers).toMatchObject({
    'content-type': 'application/json',
    'authorization': 'Bearer site',
    'idempotency-key': message?.id,
    'sanity-dataset': 'production',
    'sanity-document-id': 'a',
    'sanity-operation': 'update',
    'sanity-project-id': 'restwell',
    'sanity-transaction-id': transactionId,
    'sanity-transaction-time': '2026-03-01T09:00:00.000Z',
    'sanity-webhook-id': hook.id,
  })
  expect(await isValidRequest(request, 'between us')).toBe(true)
  expect(await isValidRequest(request, 'something else')).toBe(false)
  const signature = String(request.headers['sanity-webhook-signature'])
  expect(await isValidSignature(`${request.body} `, signature, 'between us')).toBe(false)
})

test('a hook is made, read, changed and deleted in the form of the API', async () => {
  const hook = await make({})
  expect(hook).toEqual({
    type: 'document',
    id: expect.any(String) as string,
    projectId: 'restwell',
    name: 'Site',
    description: null,
    url: receiver.url,
    dataset: 'production',
    apiVersion: 'v2021-03-25',
    httpMethod: 'POST',
    includeDrafts: false,
    includeAllVersions: false,
    headers: {},
    secret: null,
    rule: {on: ['create', 'update', 'delete'], filter: null, projection: null},
    isDisabled: false,
    isDisabledByUser: false,
    createdAt: '2026-03-01T09:00:00.000Z',
    createdByUserId: (await server.signIn('administrator')).account.id,
    deletedAt: null,
  })
  const url = `${hooks}/${hook.id}`
  const body = {...hook, name: 'Shop', rule: {on: ['delete']}, description: 'of the shop'}
  const changed = await administrator.request<Hook>({method: 'PATCH', url, body})
  expect(changed).toEqual({...body, rule: {on: ['delete'], filter: null, projection: null}})
  expect(await administrator.request({url: hooks})).toEqual([changed])
  expect(await administrator.request({url})).toEqual(changed)
  expect(await administrator.request({method: 'DELETE', url})).toEqual(changed)
  expect(await administrator.request({url: hooks})).toEqual([])
  await expect(administrator.request({url})).rejects.toMatchObject({statusCode: 404})
})

test('what makes no sense is turned away with a sentence', async () => {
  await expect(make({dataset: 'nowhere'})).rejects.toMatchObject({
    statusCode: 400,
    message: expect.stringContaining('There is no dataset named "nowhere".') as string,
  })
  await expect(make({rule: {filter: '_type =='}})).rejects.toMatchObject({
    statusCode: 400,
    message: expect.stringContaining('The "filter" cannot be read as GROQ') as string,
  })
})

test('only administrators see and make webhooks', async () => {
  for (const client of [editor, server.client((await server.signIn('viewer')).token)]) {
    await expect(client.request({url: hooks})).rejects.toMatchObject({statusCode: 403})
    await expect(
      client.request({method: 'POST', url: hooks, body: {name: 'x', url: receiver.url}}),
    ).rejects.toMatchObject({statusCode: 403})
  }
  await expect(server.client().request({url: hooks})).rejects.toMatchObject({statusCode: 401})
})

test('drafts and versions are told only to those who ask for them', async () => {
  const rule = {on: ['create', 'update', 'delete'], projection: '_id'}
  await make({name: 'published', url: `${receiver.url}/published`, rule})
  await make({name: 'drafts', url: `${receiver.url}/drafts`, includeDrafts: true, rule})
  await make({name: 'all', url: `${receiver.url}/versions`, includeAllVersions: true, rule})
  await editor.create({_id: 'drafts.a', _type: 'article'})
  await editor.create({_id: 'versions.spring.a', _type: 'article'})
  await editor.create({_id: 'a', _type: 'article'})
  await settle()
  const told = (name: string) =>
    receiver.requests
      .filter(({path}) => path.endsWith(name))
      .map(({body}) => JSON.parse(body) as string)
  expect(told('/published')).toEqual(['a'])
  expect(told('/drafts')).toEqual(['drafts.a', 'a'])
  expect(told('/versions')).toEqual(['versions.spring.a', 'a'])
})

test('a projection looks up what the hook may hear of, and no drafts', async () => {
  await editor.create({_id: 'drafts.secret', _type: 'article'})
  await make({rule: {on: ['create'], projection: '*[_type == "article"]._id'}})
  await editor.create({_id: 'a', _type: 'article'})
  await settle()
  expect(receiver.requests.map(({body}) => body)).toEqual(['["a"]'])
})

test('deleting sends the document as it was', async () => {
  const {_rev} = await editor.create({_id: 'a', _type: 'article', title: 'One'})
  await make({httpMethod: 'DELETE', rule: {on: ['delete']}})
  await editor.delete('a')
  await settle()
  expect(receiver.requests.map(({method, body}) => [method, JSON.parse(body)])).toEqual([
    ['DELETE', expect.objectContaining({_id: 'a', title: 'One', _rev})],
  ])
})

test('what fails is sent again after growing waits, with the same key, until it is delivered', async () => {
  const hook = await make({})
  receiver.answer(503, 'not now')
  await editor.create({_id: 'a', _type: 'article'})
  await settle()
  expect(runner.nextDue()).toBe('2026-03-01T09:00:05.000Z')
  await settle()
  expect(receiver.requests).toHaveLength(1)
  server.pass(5_000)
  await settle()
  expect(runner.nextDue()).toBe('2026-03-01T09:00:15.000Z')
  receiver.answer(200, 'thank you')
  server.pass(10_000)
  await settle()
  expect(new Set(receiver.requests.map(({headers}) => headers['idempotency-key'])).size).toBe(1)
  expect(await messagesOf(hook)).toMatchObject([
    {status: 'success', failureCount: 2, resultCode: 200, documentId: 'a'},
  ])
  expect(await attemptsOf(hook)).toMatchObject([
    {isFailure: false, failureReason: null, resultCode: 200, resultBody: 'thank you'},
    {isFailure: true, failureReason: 'http', resultCode: 503, resultBody: 'not now'},
    {isFailure: true, failureReason: 'http', resultCode: 503, resultBody: 'not now'},
  ])
  const [{id = ''} = {}] = await attemptsOf(hook)
  expect(await administrator.request({url: `${hooks}/attempts/${id}`})).toEqual({
    id,
    hookId: hook.id,
    messageId: receiver.requests[0]?.headers['idempotency-key'],
    createdAt: '2026-03-01T09:00:15.000Z',
    updatedAt: '2026-03-01T09:00:15.000Z',
    duration: expect.any(Number) as number,
    inProgress: false,
    isFailure: false,
    failureReason: null,
    resultCode: 200,
    resultBody: 'thank you',
  })
})

test('after half an hour it is given up', async () => {
  const hook = await make({})
  receiver.answer(500)
  await editor.create({_id: 'a', _type: 'article'})
  await settle()
  for (let due = runner.nextDue(); due !== null; due = runner.nextDue()) {
    server.pass(Date.parse(due) - Date.parse(server.lake.now()))
    await settle()
  }
  expect(receiver.requests).toHaveLength(9)
  expect(await messagesOf(hook)).toMatchObject([{status: 'failure', failureCount: 9}])
})

test('the other end may ask for a longer wait, and what it turns away is not sent again', async () => {
  const hook = await make({})
  receiver.answer(429, '', {'Retry-After': '60'})
  await editor.create({_id: 'a', _type: 'article'})
  await settle()
  expect(runner.nextDue()).toBe('2026-03-01T09:01:00.000Z')
  receiver.answer(302, '', {Location: 'http://127.0.0.1:1/elsewhere'})
  server.pass(60_000)
  await settle()
  expect(receiver.requests).toHaveLength(2)
  expect(runner.nextDue()).toBe(null)
  expect(await messagesOf(hook)).toMatchObject([{status: 'failure', resultCode: 302}])
})

test('an address inside is refused unless its host is allowed', async () => {
  runner = runnerWith(evaluator, [])
  const literal = await make({})
  const named = await make({name: 'named', url: receiver.url.replace('127.0.0.1', 'localhost')})
  await editor.create({_id: 'a', _type: 'article'})
  await settle()
  expect(receiver.requests).toEqual([])
  for (const hook of [literal, named]) {
    expect(await attemptsOf(hook)).toMatchObject([
      {
        isFailure: true,
        failureReason: 'other',
        resultBody: expect.stringContaining('LAKE_HOOK_HOSTS') as string,
      },
    ])
  }
})

test('a hook is tried out, switched off, and hears nothing of what was before', async () => {
  await editor.create({_id: 'before', _type: 'article'})
  const hook = await make({rule: {projection: '_id'}})
  const url = `${hooks}/${hook.id}`
  const test = await administrator.request<HookMessage>({method: 'POST', url: `${url}/test`})
  await settle()
  expect(receiver.requests.map(({body}) => (JSON.parse(body) as {_id: string})._id)).toEqual([
    'test',
  ])
  expect(await messagesOf(hook)).toMatchObject([{id: test.id, status: 'success'}])
  await administrator.request({method: 'PATCH', url, body: {isDisabledByUser: true}})
  await editor.create({_id: 'meanwhile', _type: 'article'})
  await settle()
  await administrator.request({method: 'PATCH', url, body: {isDisabledByUser: false}})
  await editor.create({_id: 'after', _type: 'article'})
  await settle()
  expect(receiver.requests.slice(1).map(({body}) => body)).toEqual(['"after"'])
})

test('sanity hook lists, logs, explains and deletes', async () => {
  const {token} = await server.signIn('administrator')
  const env = {...process.env, SANITY_STUDIO_API_HOST: server.url, SANITY_AUTH_TOKEN: token}
  const cwd = join(import.meta.dirname, '..', '..')
  const sanity = (...words: readonly string[]) =>
    new Promise<string>((resolve) => {
      const given = ['scripts/sanity.ts', 'hook', ...words]
      execFile(process.execPath, given, {cwd, env}, (_error, stdout, stderr) =>
        resolve(stripVTControlCharacters(stdout + stderr)),
      )
    })
  const hook = await make({description: 'of the site', rule: {projection: '{_id}'}})
  receiver.answer(404, 'no such hook')
  await editor.create({_id: 'a', _type: 'article'})
  await settle()
  expect(await sanity('list')).toContain(
    `Name: Site\nDataset: production\nURL: ${receiver.url}\nHTTP method: POST\nDescription: of the site`,
  )
  const [attempt] = await attemptsOf(hook)
  const logs = await sanity('logs', 'Site', '--detailed')
  expect(logs).toContain('Date: 2026-03-01T09:00:00.000Z\nStatus: failure\nResult code: 404')
  expect(logs).toContain("{ _id: 'a' }")
  expect(logs).toContain(
    `Failure: HTTP 404 (run \`sanity hook attempt ${attempt?.id}\` for details)`,
  )
  expect(await sanity('attempt', attempt?.id ?? '')).toContain('no such hook')
  expect(await sanity('delete', 'site')).toContain('Hook deleted')
  expect(server.lake.hooks.list()).toEqual([])
}, 60_000)
