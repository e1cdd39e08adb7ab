import {type SanityClient} from '@sanity/client'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {startTestServer, type TestServer} from '../support/openTestLake.ts'

let house: TestServer
let root: SanityClient

beforeAll(async () => {
  house = await startTestServer()
  root = house.client((await house.signIn('administrator')).token)
})
afterAll(() => house.close())

const url = '/projects/restwell/cors'
const add = (origin: unknown, allowCredentials: unknown = true, who = root) =>
  who.request<{id: number}>({method: 'POST', url, body: {origin, allowCredentials}})
const remove = (id: number) => root.request({method: 'DELETE', url: `${url}/${id}`})
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    ({statusCode, response}) => [statusCode, response.body.code],
  )

const asked = async (origin: string) => {
  const answer = await fetch(`${house.url}/v2025-02-19/check/cors`, {headers: {origin}})
  const {result} = (await answer.json()) as {
    result: {readonly allowed: boolean; readonly withCredentials: boolean}
  }
  return {...result, may: answer.headers.get('access-control-allow-credentials')}
}

test('an origin that is let in may use tokens, and no longer once it is taken off', async () => {
  const origin = 'https://studio.example.org'
  expect(await asked(origin)).toEqual({allowed: false, withCredentials: false, may: null})
  const entry = await add(origin)
  expect(entry).toEqual({
    id: expect.any(Number),
    origin,
    allowCredentials: true,
    createdAt: '2026-03-01T09:00:00.000Z',
    updatedAt: '2026-03-01T09:00:00.000Z',
    deletedAt: null,
    projectId: 'restwell',
  })
  expect(await root.request({url})).toEqual([entry])
  expect(await asked(origin)).toEqual({allowed: true, withCredentials: true, may: 'true'})
  const login = await fetch(`${house.url}/login?origin=${encodeURIComponent(origin)}`)
  expect(login.status).toBe(200)
  expect(await remove(entry.id)).toEqual({id: entry.id, deleted: true})
  expect(await asked(origin)).toEqual({allowed: false, withCredentials: false, may: null})
  expect(await refusal(remove(entry.id))).toEqual([404, 'notFound'])
})

test('an origin without credentials is on the list, and reads what everybody reads', async () => {
  const origin = 'https://www.example.org'
  const {id} = await add(origin, false)
  expect(await asked(origin)).toEqual({allowed: true, withCredentials: false, may: null})
  expect(await refusal(add(origin))).toEqual([409, 'alreadyExists'])
  await remove(id)
})

test('a pattern is never given credentials', async () => {
  for (const pattern of ['*', 'https://*.example.org', 'http://a.example:*', 'null']) {
    expect([pattern, await refusal(add(pattern))]).toEqual([pattern, [400, 'unsupported']])
  }
  const {id} = await add('https://*.example.org', false)
  expect((await asked('https://a.example.org')).withCredentials).toBe(false)
  await remove(id)
})

test.each([
  '',
  'www.example.org',
  'https://example.org/path',
  'https://a@example.org',
  'ftp://example.org',
  'javascript:alert(1)',
  7,
])('%s is no origin', async (origin) => {
  expect(await refusal(add(origin))).toEqual([400, 'malformedRequest'])
})

test('only administrators change the list', async () => {
  const editor = house.client((await house.signIn('editor')).token)
  expect(await refusal(add('https://evil.example', true, editor))).toEqual([
    403,
    'insufficientPermissions',
  ])
  expect(await editor.request({url})).toEqual([])
  expect(await refusal(house.client().request({url}))).toEqual([401, 'unauthenticated'])
})

test('our own pages, and programs, are let in', async () => {
  expect(await asked(house.url)).toMatchObject({allowed: true, withCredentials: true})
  const answer = await fetch(`${house.url}/v2025-02-19/check/cors`)
  expect(await answer.json()).toEqual({result: {allowed: true, withCredentials: true}})
})
