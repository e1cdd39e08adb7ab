import {afterAll, beforeAll, expect, test} from 'vitest'

import {openTestLake, password, type TestLake} from '../support/openTestLake.ts'

let lake: TestLake
let token: string

beforeAll(async () => {
  lake = await openTestLake()
  await lake.lake.accounts.add({email: 'editor@example.org', name: 'Ed', role: 'editor', password})
  token = (await lake.lake.accounts.login('editor@example.org', password)).token
})
afterAll(() => lake.close())

type Case = readonly [
  method: string,
  path: string,
  body: string | undefined,
  status: number,
  code: string,
]

const v = '/v2025-02-19'
const mutate = `${v}/data/mutate/production`
const actions = `${v}/data/actions/production`
const deep = `{"mutations":${'['.repeat(200)}${']'.repeat(200)}}`

const cases: readonly Case[] = [
  ['POST', mutate, undefined, 400, 'malformedRequest'],
  ['POST', mutate, '{', 400, 'malformedRequest'],
  ['POST', mutate, '[]', 400, 'malformedRequest'],
  ['POST', mutate, '{}', 400, 'malformedRequest'],
  ['POST', mutate, 'null', 400, 'malformedRequest'],
  ['POST', mutate, deep, 400, 'malformedRequest'],
  ['POST', mutate, '{"mutations":[{"create":{"_type":"a","n":1e999}}]}', 400, 'malformedRequest'],
  [
    'POST',
    mutate,
    '{"mutations":[{"create":{"_type":"a","t":"\\ud800"}}]}',
    400,
    'malformedRequest',
  ],
  [
    'POST',
    mutate,
    '{"mutations":[{"create":{"_type":"a","__proto__":{"x":1}}}]}',
    400,
    'malformedRequest',
  ],
  ['POST', mutate, '{"mutations":[{"destroy":{"id":"a"}}]}', 400, 'malformedRequest'],
  ['POST', mutate, '{"mutations":[{"create":{"_id":"a b","_type":"a"}}]}', 400, 'malformedRequest'],
  ['POST', mutate, '{"mutations":[{"create":{"_id":"a"}}]}', 400, 'malformedRequest'],
  ['POST', mutate, '{"mutations":[],"transactionId":7}', 400, 'malformedRequest'],
  ['POST', `${mutate}?dryRun=maybe`, '{"mutations":[]}', 400, 'malformedRequest'],
  ['POST', `${mutate}?visibility=never`, '{"mutations":[]}', 400, 'malformedRequest'],
  [
    'POST',
    `${v}/data/query/production`,
    `{"query":"*","params":{"a":"${'x'.repeat(1024 * 1024)}"}}`,
    413,
    'tooLarge',
  ],
  ['POST', `${mutate}`, `{"mutations":["${'x'.repeat(4 * 1024 * 1024)}"]}`, 413, 'tooLarge'],
  ['POST', `${v}/data/mutate/nowhere`, '{"mutations":[]}', 404, 'notFound'],
  ['POST', actions, '{}', 400, 'malformedRequest'],
  ['POST', actions, '{"actions":[{"actionType":"sanity.action.nothing"}]}', 400, 'unsupported'],
  [
    'POST',
    actions,
    '{"actions":[{"actionType":"sanity.action.document.publish"}]}',
    400,
    'malformedRequest',
  ],
  ['GET', `${v}/data/query/production`, undefined, 400, 'malformedRequest'],
  ['GET', `${v}/data/query/production?query=*[`, undefined, 400, 'queryParseError'],
  ['GET', `${v}/data/query/production?query=*&$a={`, undefined, 400, 'malformedRequest'],
  [
    'GET',
    `${v}/data/query/production?query=*&perspective=a%20b`,
    undefined,
    400,
    'malformedRequest',
  ],
  ['GET', `${v}/data/query/nowhere?query=*`, undefined, 404, 'notFound'],
  ['POST', `${v}/data/query/production`, '{"query":"*","params":[]}', 400, 'malformedRequest'],
  ['GET', `${v}/data/doc/production/,`, undefined, 400, 'malformedRequest'],
  ['GET', `${v}/data/listen/production`, undefined, 400, 'malformedRequest'],
  ['GET', `${v}/data/listen/production?query=*[`, undefined, 400, 'queryParseError'],
  ['GET', `${v}/data/listen/production?query=*&effectFormat=x`, undefined, 400, 'malformedRequest'],
  ['GET', `${v}/data/history/production/documents/a`, undefined, 400, 'malformedRequest'],
  ['GET', `${v}/data/history/production/documents/a?time=soon`, undefined, 400, 'malformedRequest'],
  [
    'GET',
    `${v}/data/history/production/transactions/a?limit=-1`,
    undefined,
    400,
    'malformedRequest',
  ],
  ['GET', `${v}/data/reads/production/nothing/a`, undefined, 404, 'notFound'],
  ['PUT', `${v}/datasets/scratch`, '{"aclMode":"public"}', 403, 'insufficientPermissions'],
  ['PUT', `${v}/users/me/keyvalue`, '[{"value":1}]', 400, 'malformedRequest'],
  ['POST', '/v1/auth/login', '{"email":"a@b"}', 400, 'malformedRequest'],
  ['POST', '/v1/auth/login', '{"email":"a@b","password":"wrong password"}', 401, 'unauthenticated'],
  ['GET', `${v}/auth/fetch?sid=used`, undefined, 401, 'unauthenticated'],
  ['POST', `${v}/assets/images/production`, 'not an image', 400, 'malformedRequest'],
  ['POST', `${v}/assets/images/production`, undefined, 400, 'malformedRequest'],
  ['GET', '/images/restwell/production/../../secret', undefined, 404, 'notFound'],
  ['GET', '/files/restwell/production/..%2f..%2faccounts.sqlite', undefined, 404, 'notFound'],
  ['GET', `${v}/no/such/thing`, undefined, 404, 'notFound'],
  ['GET', '/v0000/data/query/production?query=*', undefined, 404, 'notFound'],
  ['DELETE', `${v}/data/query/production`, undefined, 404, 'notFound'],
  ['GET', '/nothing/here', undefined, 404, 'notFound'],
]

test.each(cases)(
  '%s %s with %s is %i %s, in words, and changes nothing',
  async (method, path, body, status, code) => {
    const before = lake.lake.dataset('production').store.lastSeq()
    const response = await lake.app.request(path, {
      method,
      ...(body === undefined ? {} : {body}),
      headers: {'Authorization': `Bearer ${token}`, 'Content-Type': 'application/json'},
    })
    const answer = (await response.json()) as {message: string; code: string; statusCode: number}
    expect([response.status, answer.code, answer.statusCode]).toEqual([status, code, status])
    expect(answer.message).toMatch(/^[\p{Lu}"].{8,}/u)
    expect(JSON.stringify(answer)).not.toMatch(/\bat .*\.ts:\d|node_modules|\/tmp\//)
    expect(lake.lake.dataset('production').store.lastSeq()).toBe(before)
  },
)

test.each([
  ['POST', mutate],
  ['POST', actions],
  ['GET', `${v}/data/export/production`],
  ['GET', `${v}/data/history/production/transactions/a`],
  ['GET', `${v}/data/references/production/documents/a/to`],
  ['GET', `${v}/data/reads/production/review/a`],
  ['GET', `${v}/projects/restwell`],
  ['GET', `${v}/projects/restwell/datasets/production/acl`],
  ['GET', `${v}/users/user-1`],
  ['GET', `${v}/users/me/keyvalue/a`],
  ['POST', `${v}/assets/files/production`],
  ['POST', `${v}/comments/production/setup`],
  ['DELETE', `${v}/auth/session`],
])('%s %s wants a token', async (method, path) => {
  const response = await lake.app.request(path, {
    method,
    ...(method === 'POST' ? {body: '{}'} : {}),
  })
  expect(response.status).toBe(401)
  expect(await response.json()).toMatchObject({
    code: 'unauthenticated',
    message: expect.any(String),
  })
})

test('a token that is not good is said to be so, even where none is needed', async () => {
  const response = await lake.app.request(`${v}/data/query/production?query=1`, {
    headers: {Authorization: 'Bearer gone'},
  })
  expect(response.status).toBe(401)
  expect(await response.json()).toMatchObject({
    code: 'sessionNotFound',
    errorCode: 'SIO-401-ANF',
    error: 'Unauthorized',
  })
})

test('what we do not know is counted and logged once', async () => {
  await lake.app.request(`${v}/new/endpoint?secret=1`)
  await lake.app.request(`${v}/new/endpoint`)
  expect(lake.app.unknownRoutes.get(`GET ${v}/new/endpoint`)).toBe(2)
  expect(lake.log.filter((line) => line.includes('/new/endpoint'))).toEqual([
    `unknown route GET ${v}/new/endpoint`,
  ])
})

test('nothing of all this was a mistake of ours', () => {
  expect(lake.log.filter((line) => line.startsWith('500'))).toEqual([])
})
