import {once} from 'node:events'
import {connect, type Socket} from 'node:net'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {type RunningServer} from '../../lake/http/server.ts'
import {openTestLake, type TestLake} from '../support/openTestLake.ts'

let house: TestLake
let server: RunningServer
let token: string

beforeAll(async () => {
  house = await openTestLake()
  token = house.lake.accounts.createToken({label: 'a', role: 'editor'}).token
  const patience = {headers: 150, request: 400, every: 50}
  server = await house.app.start({port: 0, host: '127.0.0.1', patience})
})
afterAll(async () => {
  await server.close()
  await house.close()
})

/** Sends the beginning of a request and then a byte now and then; gives the status line that ends it. */
async function dawdle(beginning: string): Promise<string> {
  const socket: Socket = connect(server.port, '127.0.0.1')
  let heard = ''
  socket.setEncoding('utf8').on('data', (text: string) => (heard += text))
  socket.on('error', () => {})
  socket.write(beginning)
  const drip = setInterval(() => socket.write('x'), 40)
  await new Promise((resolve) => socket.once('close', resolve))
  clearInterval(drip)
  return heard.split('\r\n', 1)[0] ?? ''
}

const body = 'POST /v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n{'

const upload =
  'POST /v1/assets/files/production HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n' +
  'Authorization: Bearer TOKEN\r\n\r\n{'

test.each([
  ['headers that never end', 'GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Long: '],
  ['a body that never ends', body],
  ['an upload that never ends', upload],
])('%s end the connection, and others are served meanwhile', async (_what, beginning) => {
  const words = beginning.replace('TOKEN', token)
  const slow = Promise.all(Array.from({length: 20}, () => dawdle(words)))
  const health = await fetch(`${server.url}/healthz`)
  expect([health.status, await health.json()]).toEqual([200, {status: 'ok'}])
  for (const status of await slow) expect(['', 'HTTP/1.1 408 Request Timeout']).toContain(status)
  expect(house.log).toEqual([])
})

test('headers that are too large are turned away', async () => {
  const {status} = await fetch(`${server.url}/healthz`, {headers: {'x-long': 'x'.repeat(40_000)}})
  expect(status).toBe(431)
})

test('a client that goes away in the middle of its body is no mistake of ours', async () => {
  const socket = connect(server.port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(body)
  await new Promise((resolve) => setTimeout(resolve, 50))
  socket.destroy()
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  expect(house.log).toEqual([])
})
