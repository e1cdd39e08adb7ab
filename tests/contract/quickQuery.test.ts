import {get} from 'node:http'
import {afterAll, beforeAll, expect, test, vi} from 'vitest'
import {startTestServer, type TestServer} from '../support/openTestLake.ts'

let server: TestServer
let tokens: Readonly<Record<string, string | null>>

beforeAll(async () => {
  server = await startTestServer()
  const {token} = await server.signIn('editor')
  await server
    .client(token)
    .transaction()
    .create({_id: 'sleep', _type: 'note', title: 'Sleep', words: 'rest '.repeat(500)})
    .create({_id: 'drafts.sleep', _type: 'note', title: 'Sleep, in the works'})
    .commit()
  tokens = {
    'nobody': null,
    'an editor': `Bearer ${token}`,
    'a viewer': `bearer  ${(await server.signIn('viewer')).token}`,
    'a token that is wrong': 'Bearer wrong',
    'another kind of proof': 'Basic d3Jvbmc6d3Jvbmc=',
    'an empty header': '',
  }
})
afterAll(() => server.close())

const search = (query: string, rest = '') =>
  `/v2025-02-19/data/query/production?query=${encodeURIComponent(query)}${rest}`

const addresses: Readonly<Record<string, string>> = {
  'what is published': search('*{title}'),
  'what is in the works': search('*{title}', '&perspective=drafts'),
  'something long': search('*[0].words'),
  'something that is not GROQ': search('*['),
  'nothing': '/v2025-02-19/data/query/production?query=',
  'a dataset that is not there': '/v2025-02-19/data/query/elsewhere?query=1',
}

const changing = ['date', 'connection', 'keep-alive', 'server-timing', 'content-length']
const kept = ({status, headers}: Response, body: string) => ({
  status,
  headers: Object.fromEntries([...headers].filter(([name]) => !changing.includes(name)).sort()),
  body: body.replace(/"ms":\d+/, '"ms":0'),
})

const cases = [
  'nobody',
  'an editor',
  'a viewer',
  'a token that is wrong',
  'another kind of proof',
  'an empty header',
].flatMap((who) => Object.keys(addresses).map((what) => [who, what] as const))

test.each(cases)(
  '%s who asks for %s is answered over a connection as by the route',
  async (who, what) => {
    const authorization = tokens[who] ?? null
    const headers = {
      'accept-encoding': 'identity',
      ...(authorization === null ? {} : {authorization}),
    }
    const address = addresses[what] ?? ''
    const byRoute = await server.app.request(address, {headers})
    const quickly = await fetch(server.url + address, {headers})
    expect(kept(quickly, await quickly.text())).toEqual(kept(byRoute, await byRoute.text()))
  },
)

test.each([
  ['a token that is good and one that is not', 'an editor', 'a token that is wrong'],
  ['two that are good', 'an editor', 'a viewer'],
  ['none, and one that is good', 'an empty header', 'an editor'],
])('whoever sends %s is told so', async (_what, first, second) => {
  const url = new URL(addresses['what is published'] ?? '', server.url)
  const headers = [
    'Host',
    url.host,
    ...[first, second].flatMap((who) => ['Authorization', tokens[who] ?? '']),
  ]
  const status = await new Promise((resolve, reject) => {
    get(url, {headers}, (response) => resolve(response.resume().statusCode)).on('error', reject)
  })
  expect(status).toBe(401)
})

test('a disk that fails while a token is looked up is no end of the server', async () => {
  const address = server.url + (addresses['what is published'] ?? '')
  const headers = {authorization: tokens['an editor'] ?? ''}
  const full = vi.spyOn(server.lake.accounts, 'authenticate').mockImplementation(() => {
    throw new Error('database or disk is full')
  })
  const failed = await fetch(address, {headers})
  full.mockRestore()
  expect([failed.status, (await fetch(address, {headers})).status]).toEqual([500, 200])
})
