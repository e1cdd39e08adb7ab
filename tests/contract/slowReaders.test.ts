import {connect, type Socket} from 'node:net'
import {type SanityClient} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {sourceOf} from '../../lake/http/outlet.ts'
import {startTestServer, type TestServer} from '../support/openTestLake.ts'
import {follow, socketTo, until} from '../support/wire.ts'

let server: TestServer
let token: string
let editor: SanityClient
const sockets: Socket[] = []

beforeAll(async () => {
  server = await startTestServer()
  token = (await server.signIn('editor')).token
  editor = server.client(token)
})
afterAll(async () => {
  sockets.forEach((socket) => socket.destroy())
  await server.close()
})

function listenPath(query: string, rest = ''): string {
  const whole = '&includeResult=true&includePreviousRevision=true'
  return `/v2025-02-19/data/listen/production?query=${encodeURIComponent(query)}${whole}${rest}`
}

test('a reader who falls behind is cut off, with what was meant for it', async () => {
  const response = await server.app.fetch(
    new Request(server.url + listenPath('*[_type == "slow"]')),
  )
  const open = server.app.streams.size
  let waiting = 0
  const got: string[] = []
  sourceOf(response)?.open({
    write: (frame) => void got.push(new TextDecoder().decode(frame).split('\n', 1)[0] ?? ''),
    waiting: () => waiting,
    end: () => void got.push('the end'),
    cut: () => void got.push('cut off'),
  })
  await editor.create({_id: 'slow-1', _type: 'slow'})
  await until('the change', () => got.length === 2)
  waiting = 9_000_000
  await editor.create({_id: 'slow-2', _type: 'slow'})
  await until('the end', () => server.app.streams.size === open - 1)
  expect(got.slice(0, 3)).toEqual(['event: welcome', 'event: mutation', 'cut off'])
})

describe('a transaction of more than a reader may fall behind', () => {
  const count = 1000

  beforeAll(async () => {
    const text = 'x'.repeat(3000)
    for (const part of [0, 1]) {
      const transaction = editor.transaction()
      for (let n = part; n < count; n += 2)
        transaction.create({_id: `big-${n}`, _type: 'big', text, twice: text})
      await transaction.commit({visibility: 'async'})
    }
  })

  /** What follows every one of them, and goes on. */
  async function changeAll(heard: () => number) {
    const before = heard()
    const patch = {query: '*[_type == "big" && defined(twice)]', set: {n: before}}
    await editor.mutate([{patch} as never], {visibility: 'async'})
    await until('all of it', () => heard() === before + count, 20_000)
    await editor.createOrReplace({_id: 'big-after', _type: 'big'})
    await until('what comes after', () => heard() === before + count + 1)
  }

  test('is heard by those who keep up', async () => {
    const stream = await follow(server.url + listenPath('*[_type == "big"]'), {
      Authorization: `Bearer ${token}`,
    })
    await until('the welcome', () => stream.events()[0])
    await changeAll(() => stream.events().length)
    await stream.close()
  })

  test('is heard through a socket', async () => {
    const socket = await socketTo(`${server.url}/__stream`)
    socket.send({
      url: listenPath('*[_type == "big"]'),
      headers: {authorization: `Bearer ${token}`},
    })
    await until('the welcome', () => socket.frames.length >= 2)
    await changeAll(() => socket.frames.join('').split('event: mutation').length - 1)
    socket.close()
  })
})

test('who never reads is cut off, and holds neither memory nor a connection', async () => {
  const path = listenPath('*', '&enableResume=true')
  const headers = {Authorization: `Bearer ${token}`}
  await editor.create({_id: 'before', _type: 'long'})
  const first = await follow(server.url + path, headers)
  const {id} = await until('the welcome', () => first.events()[0])
  await first.close()
  await editor.create({_id: 'long', _type: 'long', text: 'x'.repeat(1_000_000)})
  for (let n = 0; n < 20; n++) await editor.patch('long').set({n}).commit({visibility: 'async'})
  await until('nobody', () => server.app.streams.size === 0)
  for (let n = 0; n < 5; n++) {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    sockets.push(socket)
    const ended = new Promise((resolve) => socket.on('error', resolve).on('close', resolve))
    const head = ['Host: localhost', `Authorization: Bearer ${token}`, `Last-Event-ID: ${id}`]
    socket.write(`GET ${path} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n`)
    await new Promise((resolve) => socket.once('readable', resolve))
    await until('the end of its stream', () => server.app.streams.size === 0)
    socket.resume()
    await ended
  }
})
