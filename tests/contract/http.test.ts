import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {openTestLake, password, type TestLake} from '../support/openTestLake.ts'

let house: TestLake
let token: string
let adaId: string

beforeAll(async () => {
  const studioDir = mkdtempSync(join(tmpdir(), 'studio-'))
  mkdirSync(join(studioDir, 'static'))
  writeFileSync(join(studioDir, 'index.html'), '<!doctype html><title>Studio</title>')
  writeFileSync(join(studioDir, 'static', 'sanity-Cx3kP0aB.js'), 'export {}')
  writeFileSync(
    join(studioDir, 'static', 'favicon.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
  )
  house = await openTestLake({studioDir})
  const ada = await house.lake.accounts.add({
    email: 'ada@example.org',
    name: 'Ada',
    role: 'editor',
    password,
    personId: 'ada',
  })
  adaId = ada.id
  token = (await house.lake.accounts.login('ada@example.org', password)).token
})
afterAll(() => house.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  house.app.request(path, {headers})
const mine = (path: string, init: RequestInit = {}) =>
  house.app.request(path, {...init, headers: {Authorization: `Bearer ${token}`, ...init.headers}})
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  house.app.request(path, {method: 'POST', body, headers})
const form = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  post('/login', new URLSearchParams(fields).toString(), {
    'Content-Type': 'application/x-www-form-urlencoded',
    'Host': 'localhost',
    ...headers,
  })

test('healthz says ok and nothing else', async () => {
  const response = await get('/healthz')
  expect([response.status, await response.json()]).toEqual([200, {status: 'ok'}])
})

test('signing in by HTTP gives a token that works until the session is ended', async () => {
  const response = await post(
    '/v1/auth/login',
    JSON.stringify({email: 'ada@example.org', password}),
  )
  const {token: fresh, user} = (await response.json()) as {token: string; user: object}
  expect(user).toEqual({
    id: adaId,
    sanityUserId: adaId,
    name: 'Ada',
    email: 'ada@example.org',
    profileImage: null,
    personId: 'ada',
    role: 'editor',
    roles: [{name: 'editor', title: 'Editor', description: 'Writes'}],
    provider: 'local',
  })
  const bearer = {Authorization: `Bearer ${fresh}`}
  expect(await (await get('/v2021-06-07/users/me', bearer)).json()).toEqual(user)
  expect(
    await (await house.app.request('/v1/auth/session', {method: 'DELETE', headers: bearer})).json(),
  ).toEqual({ended: true})
  expect((await get('/v2021-06-07/users/me', bearer)).status).toBe(401)
})

test('signing in is refused in the same words for a wrong password and an unknown e-mail', async () => {
  const answers = await Promise.all(
    ['ada@example.org', 'nobody@example.org'].map(async (email) => {
      const response = await post(
        '/v1/auth/login',
        JSON.stringify({email, password: 'wrong password'}),
      )
      return [response.status, await response.json()]
    }),
  )
  expect(answers[0]).toEqual(answers[1])
  expect(answers[0]?.[0]).toBe(401)
})

test('whoever guesses has to wait, and is told how long', async () => {
  const guess = () =>
    post('/v1/auth/login', JSON.stringify({email: 'guess@example.org', password: 'wrong password'}))
  for (let attempt = 0; attempt < 5; attempt += 1) await guess()
  const response = await guess()
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '5'])
})

test('nobody in particular is an empty user', async () => {
  expect(await (await get('/v2026-05-04/users/me')).json()).toEqual({})
})

test('the Studio signs in through the page: a form, a ticket, a token', async () => {
  const page = await get(
    '/login?origin=http%3A%2F%2Flocalhost%2Fdesk&projectId=restwell&withSid=true',
    {Host: 'localhost'},
  )
  const html = await page.text()
  expect(html).toContain('<title>Sign in to Restwell Studio</title>')
  // Under any stricter policy a browser hides the origin of the form, and it would be refused.
  expect(page.headers.get('referrer-policy')).toBe('same-origin')
  expect(html).toContain('value="http://localhost/desk"')
  expect(html).not.toContain('<script')
  const sent = await form({origin: 'http://localhost/desk', email: 'ada@example.org', password})
  expect(sent.status).toBe(303)
  const [, sid = ''] =
    /^http:\/\/localhost\/desk#sid=(\S{20,})$/.exec(sent.headers.get('location') ?? '') ?? []
  const fetched = (await (await get(`/v2026-05-04/auth/fetch?sid=${sid}`)).json()) as {
    token: string
  }
  expect(house.lake.accounts.authenticate(fetched.token)).toMatchObject({userId: adaId})
  expect((await get(`/v2026-05-04/auth/fetch?sid=${sid}`)).status).toBe(401)
})

test('the command line signs in through the page: it is given an address to fetch the token from', async () => {
  const callback = 'http://localhost:4321/callback'
  const page = await get(`/login?type=token&label=laptop&origin=${encodeURIComponent(callback)}`, {
    Host: 'localhost',
  })
  expect(await page.text()).toContain('name="type" value="token"')
  const sent = await form({origin: callback, type: 'token', email: 'ada@example.org', password})
  expect(sent.status).toBe(303)
  const location = new URL(sent.headers.get('location') ?? '')
  expect([location.origin + location.pathname, location.hash]).toEqual([callback, ''])
  const {pathname, search} = new URL(location.searchParams.get('url') ?? '')
  const fetched = (await (await get(pathname + search)).json()) as {token: string}
  expect(house.lake.accounts.authenticate(fetched.token)).toMatchObject({userId: adaId})
})

test('the sign-in page says what is wrong and repeats nothing unescaped', async () => {
  const response = await form({origin: '/', email: '"><script>@x', password: 'wrong password'})
  const html = await response.text()
  expect(response.status).toBe(401)
  expect(html).toContain('role="alert">That e-mail and password do not belong together.')
  expect(html).not.toContain('<script>')
})

test.each([
  'https://evil.example/',
  'javascript:alert(1)',
  '//evil.example',
  'http://localhost@evil.example/',
  'http://[bad',
])('nobody is sent to %s with a ticket', async (origin) => {
  expect(
    (await get(`/login?origin=${encodeURIComponent(origin)}`, {Host: 'localhost'})).status,
  ).toBe(400)
  const sent = await form({origin, email: 'ada@example.org', password})
  expect([sent.status, sent.headers.get('location')]).toEqual([400, null])
})

test('another site cannot sign somebody in', async () => {
  const sent = await form(
    {origin: '/', email: 'ada@example.org', password},
    {Origin: 'https://evil.example'},
  )
  expect([sent.status, sent.headers.get('location')]).toEqual([403, null])
})

test('strange pages may read what is public and cannot use a token', async () => {
  const query = '/v2025-02-19/data/query/production?query=1'
  const answer = await get(query, {Origin: 'https://site.example'})
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(answer.headers.get('access-control-allow-credentials')).toBe(null)
  const asked = await house.app.request(query, {
    method: 'OPTIONS',
    headers: {
      'Origin': 'https://site.example',
      'Access-Control-Request-Headers': 'authorization,content-type,x-sanity-app',
    },
  })
  expect(asked.headers.get('access-control-allow-headers')).toBe('content-type, x-sanity-app')
  const write = await house.app.request('/v2025-02-19/data/mutate/production', {
    method: 'OPTIONS',
    headers: {Origin: 'https://site.example'},
  })
  expect(write.headers.get('access-control-allow-origin')).toBe(null)
})

test.each([
  'http://localhost:3333',
  'http://127.0.0.1:5173',
  'http://restwell.localhost:3900',
  'http://lake.example',
])('pages of %s are ours', async (origin) => {
  const answer = await get('/v2025-02-19/data/query/production?query=1', {
    Origin: origin,
    Host: 'lake.example',
  })
  expect(answer.headers.get('access-control-allow-origin')).toBe(origin)
  expect(answer.headers.get('access-control-allow-credentials')).toBe('true')
  expect(answer.headers.get('vary')).toContain('Origin')
})

test('what the Studio asks about its project is answered', async () => {
  const project = (await (
    await mine('/v2021-12-15/projects/restwell?includeMembers=true')
  ).json()) as object
  expect(project).toMatchObject({
    id: 'restwell',
    members: [{id: adaId, role: 'editor', isCurrentUser: true, isRobot: false}],
  })
  expect(
    await (await mine('/v2021-06-07/projects/restwell/datasets/production/acl')).json(),
  ).toEqual([{filter: '_id in path("**")', permissions: ['read', 'history', 'create', 'update']}])
  expect(await (await mine(`/v2021-06-07/users/${adaId},user-none`)).json()).toEqual([
    {
      id: adaId,
      sanityUserId: adaId,
      projectId: 'restwell',
      displayName: 'Ada',
      familyName: null,
      givenName: null,
      middleName: null,
      imageUrl: null,
      email: 'ada@example.org',
      createdAt: '2026-03-01T09:00:00.000Z',
      updatedAt: '2026-03-01T09:00:00.000Z',
      isCurrentUser: true,
    },
    null,
  ])
  expect(await (await mine('/v2025-02-19/features')).json()).toEqual([
    'studioComments',
    'sanityTasks',
    'contentReleases',
    'singleDocRelease',
    'privateDataset',
  ])
  for (const path of [
    'projects/restwell/grants',
    'projects/restwell/user-applications',
    'projects/restwell/datasets',
    'projects/restwell/roles',
    'projects/restwell/tags',
    'projects/restwell/new-content-release-allowed',
    'projects/restwell/datasets/production/settings/indexing',
    'projects/restwell/datasets/production/schemas',
    'journey/announcements',
    'journey/trial',
    'intake/telemetry-status',
    'help',
    'ping',
    'data/ping/production',
    'schedules/restwell/production',
    'auth/providers',
    'auth/id',
  ]) {
    expect([path, (await mine(`/v2025-02-19/${path}`)).status]).toEqual([path, 200])
  }
})

test('another project is not here, in the words that the tools know', async () => {
  for (const path of ['projects/other', 'projects/other/datasets', 'projects/other/cors']) {
    const response = await mine(`/v2025-02-19/${path}`)
    expect([response.status, await response.json()]).toEqual([
      404,
      {
        statusCode: 404,
        error: 'Not Found',
        errorCode: 'SIO-404-PNF',
        message: 'This lake has the project "restwell" and not "other".',
        code: 'notFound',
      },
    ])
  }
})

test('settings are kept for their owner', async () => {
  const body = JSON.stringify([{key: 'studio.layout', value: {view: 'compact'}}])
  await mine('/v2025-02-19/users/me/keyvalue', {method: 'PUT', body})
  expect(await (await mine('/v2025-02-19/users/me/keyvalue/studio.layout,other')).json()).toEqual([
    {key: 'studio.layout', value: {view: 'compact'}},
  ])
})

test('comments have a dataset of their own that nobody reads without signing in', async () => {
  const query =
    '/v2025-02-19/data/query/production-comments?query=*%5B_type%3D%3D%22comment%22%5D._id'
  expect(
    await (await mine('/v2025-02-19/comments/production/setup', {method: 'POST'})).json(),
  ).toEqual({
    datasetName: 'production-comments',
  })
  await mine('/v2025-02-19/comments/production/setup', {method: 'POST'})
  const mutations = [{create: {_id: 'remark', _type: 'comment'}}]
  await mine('/v2025-02-19/data/mutate/production-comments', {
    method: 'POST',
    body: JSON.stringify({mutations}),
  })
  expect(await (await mine(query)).json()).toMatchObject({result: ['remark']})
  expect(await (await get(query)).json()).toMatchObject({result: []})
  const addon = await mine(
    '/v2025-02-19/projects/restwell/datasets?datasetProfile=comments&addonFor=production',
  )
  expect(await addon.json()).toMatchObject([{name: 'production-comments', aclMode: 'private'}])
  const ordinary = (await (await mine('/v2025-02-19/projects/restwell/datasets')).json()) as {
    name: string
  }[]
  expect(ordinary.map(({name}) => name)).toEqual(['production'])
})

test('administrators make open datasets over HTTP, and never one that serves readers', async () => {
  await house.lake.accounts.add({
    email: 'root@example.org',
    name: 'Root',
    role: 'administrator',
    password,
  })
  const {token: root} = await house.lake.accounts.login('root@example.org', password)
  const put = (name: string) =>
    house.app.request(`/v2025-09-16/datasets/${name}`, {
      method: 'PUT',
      headers: {Authorization: `Bearer ${root}`},
    })
  expect(await (await put('scratch')).json()).toEqual({datasetName: 'scratch', aclMode: 'public'})
  expect((await put('scratch')).status).toBe(409)
  expect((await put('Not%20A%20Name')).status).toBe(400)
  expect(house.lake.datasets().find(({name}) => name === 'scratch')?.policy).toBe('open')
})

test('the Studio is served as pages, its files as files', async () => {
  const html = {Accept: 'text/html'}
  for (const path of ['/', '/structure/article;abc', '/index.html']) {
    const page = await get(path, html)
    expect([path, page.status, await page.text()]).toEqual([
      path,
      200,
      '<!doctype html><title>Studio</title>',
    ])
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect(page.headers.get('content-security-policy')).toContain(
      "connect-src 'self' ws://localhost",
    )
    expect(page.headers.get('cache-control')).toBe('no-cache')
  }
  const script = await get('/static/sanity-Cx3kP0aB.js')
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect((await get('/static/favicon.svg')).headers.get('cache-control')).toBe('no-cache')
  for (const path of [
    '/static/missing-Cx3kP0aB.js',
    '/%2e%2e%2faccounts.sqlite',
    '/static/..%2f..%2fetc/passwd',
  ]) {
    expect([path, (await get(path)).status]).toEqual([path, 404])
  }
  expect((await get('/v2025-02-19/nothing', html)).headers.get('content-type')).toContain(
    'application/json',
  )
})

describe('whoever asks for nothing in particular is told what lives here', () => {
  const told = {
    name: 'Restwell Studio',
    version: '1.2.3',
    message:
      'A content lake. People open it in a browser; programs ask it with GROQ, and need no token for what is published.',
    studio: 'http://localhost/',
    query: 'http://localhost/v2026-06-01/data/query/production?query=*%5B0...3%5D%7B_id%2C_type%7D',
    signIn: 'POST http://localhost/v1/auth/login',
    health: 'http://localhost/healthz',
    documentation: ['README.md', 'ARCHITECTURE.md'],
  }

  test.each<Record<string, string>>([{}, {accept: '*/*'}, {accept: 'application/json'}])(
    'with %o',
    async (headers) => {
      const response = await get('/', headers)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
      const text = await response.text()
      expect(JSON.parse(text)).toEqual(told)
      // For people at a terminal.
      expect(text).toBe(`${JSON.stringify(told, null, 2)}\n`)
    },
  )

  test('and the address that it is told answers', async () => {
    const {pathname, search} = new URL(told.query)
    expect((await get(pathname + search)).status).toBe(200)
    expect((await get(new URL(told.health).pathname)).status).toBe(200)
  })

  test('without a Studio, browsers too', async () => {
    const bare = await openTestLake()
    const response = await bare.app.request('/', {headers: {accept: 'text/html'}})
    expect([response.status, await response.json()]).toEqual([200, {...told, studio: null}])
    expect(bare.log).toEqual([])
    await bare.close()
  })

  test('but only for looking', async () => {
    expect((await house.app.request('/', {method: 'HEAD'})).status).toBe(200)
    expect((await post('/', '{}')).status).toBe(404)
  })
})

test('a mistake of ours says nothing of itself to the caller, and is logged in one line', async () => {
  const broken = await openTestLake()
  broken.lake.accounts.close()
  const response = await broken.app.request('/v1/auth/login', {
    method: 'POST',
    body: '{"email":"a@b","password":"x"}',
  })
  expect(response.status).toBe(500)
  expect(await response.json()).toEqual({
    statusCode: 500,
    error: 'Internal Server Error',
    message: 'The lake made a mistake. Nothing was changed. The operator finds it in the log.',
    code: 'internal',
  })
  expect(broken.log).toHaveLength(1)
  expect(broken.log[0]).toMatch(/^500 POST \/v1\/auth\/login Error: [^\n]+$/)
})
