import {
  ChannelError,
  ConnectionFailedError,
  DisconnectError,
  type SanityClient,
} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {startTestServer, type TestServer} from '../support/openTestLake.ts'
import {follow, socketTo, until} from '../support/wire.ts'

let server: TestServer
let token: string
let editor: SanityClient

beforeAll(async () => {
  server = await startTestServer()
  token = (await server.signIn('editor')).token
  editor = server.client(token)
})
afterAll(() => server.close())

/** What the Studio asks for when a document is open. */
const studioOptions = {
  includeResult: false,
  includePreviousRevision: false,
  includeMutations: true,
  includeAllVersions: true,
  events: ['welcome', 'mutation', 'reconnect'],
  visibility: 'query',
  effectFormat: 'mendoza',
  tag: 'document.pair.listen',
} as const

function listenUrl(query: string, rest = ''): string {
  return `${server.url}/v2025-02-19/data/listen/production?query=${encodeURIComponent(query)}${rest}`
}

test('the client hears every change of its documents, with an unbroken chain of revisions', async () => {
  const heard: {type: string; [field: string]: unknown}[] = []
  const subscription = editor
    .listen('*[_id in $ids]', {ids: ['pair', 'drafts.pair']}, studioOptions as never)
    .subscribe((event) => heard.push(event as unknown as {type: string}))
  await until('the welcome', () => heard.find(({type}) => type === 'welcome'))
  await editor
    .transaction()
    .create({_id: 'unrelated', _type: 'note'})
    .create({_id: 'drafts.pair', _type: 'note', title: 'One'})
    .commit({transactionId: 'pair-1'})
  await editor
    .transaction()
    .patch('drafts.pair', (patch) => patch.set({title: 'Two'}))
    .commit({transactionId: 'pair-2'})
  await editor.action(
    {actionType: 'sanity.action.document.publish', draftId: 'drafts.pair', publishedId: 'pair'},
    {transactionId: 'pair-3'},
  )
  await until('four changes', () => heard.filter(({type}) => type === 'mutation').length === 4)
  subscription.unsubscribe()
  const changes = heard.filter(({type}) => type === 'mutation')
  expect(
    changes
      .map((event) => [
        event['documentId'],
        event['transition'],
        event['previousRev'],
        event['resultRev'],
        event['transactionTotalEvents'],
      ])
      .sort(
        (a, b) =>
          String(a[3]).localeCompare(String(b[3])) || String(a[0]).localeCompare(String(b[0])),
      ),
  ).toEqual([
    ['drafts.pair', 'appear', undefined, 'pair-1', 1],
    ['drafts.pair', 'update', 'pair-1', 'pair-2', 1],
    ['drafts.pair', 'disappear', 'pair-2', 'pair-3', 2],
    ['pair', 'appear', undefined, 'pair-3', 2],
  ])
  expect(
    changes.every((event) => Array.isArray(event['mutations']) && event['effects'] !== undefined),
  ).toBe(true)
})

test('a stream without a token tells nothing of drafts', async () => {
  const stream = await follow(listenUrl('*[_type == "quiet"]', '&includeResult=true'))
  await until('the welcome', () => stream.events()[0]?.event === 'welcome')
  await editor.create({_id: 'drafts.quiet', _type: 'quiet', title: 'Not for you'})
  await editor.create({_id: 'quiet', _type: 'quiet', title: 'For all'})
  const [, change] = await until(
    'one change',
    () => stream.events().length === 2 && stream.events(),
  )
  await stream.close()
  expect(change?.data).toMatchObject({documentId: 'quiet', result: {title: 'For all'}})
})

test('a stream ends at once when its session does', async () => {
  const {token: short} = await server.signIn('viewer')
  const stream = await follow(listenUrl('*'), {Authorization: `Bearer ${short}`})
  await until('the welcome', () => stream.events()[0])
  await fetch(`${server.url}/v1/auth/session`, {
    method: 'DELETE',
    headers: {Authorization: `Bearer ${short}`},
  })
  await editor.create({_id: 'drafts.after', _type: 'note'})
  await until('the end', () => stream.ended())
  expect(stream.events()).toHaveLength(1)
})

test('the client is told that its session has ended, and does not come back', async () => {
  const {token: short} = await server.signIn('viewer')
  const errors: unknown[] = []
  const heard: {type: string}[] = []
  server
    .client(short)
    .listen('*', {}, {events: ['welcome', 'mutation', 'reconnect']})
    .subscribe({next: (event) => heard.push(event), error: (error) => errors.push(error)})
  await until('the welcome', () => heard[0])
  await fetch(`${server.url}/v1/auth/session`, {
    method: 'DELETE',
    headers: {Authorization: `Bearer ${short}`},
  })
  await editor.create({_id: 'drafts.unheard', _type: 'note'})
  const [error] = await until('the error', () => errors.length > 0 && errors)
  expect(error).toBeInstanceOf(ConnectionFailedError)
  expect((error as ConnectionFailedError).status).toBe(401)
  expect(heard.map(({type}) => type)).toEqual(['welcome', 'reconnect'])
})

test('the client is told that its dataset is no more, and does not come back', async () => {
  const own = await startTestServer({datasets: ['gone']})
  const errors: unknown[] = []
  const heard: {type: string}[] = []
  own
    .client(undefined, {dataset: 'gone'})
    .listen('*', {}, {events: ['welcome', 'reconnect']})
    .subscribe({next: (event) => heard.push(event), error: (error) => errors.push(error)})
  await until('the welcome', () => heard[0])
  await own.lake.deleteDataset('gone')
  const [error] = await until('the error', () => errors.length > 0 && errors)
  await own.close()
  expect(error).toBeInstanceOf(DisconnectError)
  expect((error as Error).message).toBe(
    'Server disconnected client: There is no dataset "gone" here any more.',
  )
})

test('the client is told when its filter costs too much; the others go on', async () => {
  const loop = (depth: number): string =>
    depth === 0 ? 'true' : `count([1, 2, 3, 4, 5, 6, 7, 8, 9][${loop(depth - 1)}]) > 0`
  const errors: unknown[] = []
  editor
    .listen(`*[count(words[${loop(12)}]) > 0]`)
    .subscribe({error: (error) => errors.push(error)})
  const others = await follow(listenUrl('*[_type == "endless"]'))
  await until('the welcome', () => others.events()[0])
  await editor.create({_id: 'endless', _type: 'endless', words: ['a']})
  await until('the change', () => others.events().length === 2)
  const [error] = await until('the error', () => errors.length > 0 && errors, 15_000)
  await others.close()
  expect(error).toBeInstanceOf(ChannelError)
  expect((error as Error).message).toBe(
    'The filter of this listener takes longer than 1000 ms for one transaction. Make it simpler.',
  )
})

describe('whoever was cut off', () => {
  const resumable = ['welcome', 'mutation', 'reconnect', 'welcomeback', 'reset'] as const

  test('hears what it missed, in one chain with what it heard before and hears after', async () => {
    const heard: {type: string; previousRev?: string; resultRev?: string}[] = []
    const of = (name: string) => heard.filter(({type}) => type === name)
    const subscription = editor
      .listen('*[_id == "drafts.cut"]', {}, {
        enableResume: true,
        events: [...resumable],
        effectFormat: 'mendoza',
      } as never)
      .subscribe((event) => heard.push(event as never))
    await until('the welcome', () => of('welcome')[0])
    await editor
      .transaction()
      .create({_id: 'drafts.cut', _type: 'note'})
      .commit({transactionId: 'cut-1'})
    await until('the change', () => of('mutation').length === 1)
    for (const end of [...server.app.streams]) end()
    await editor.patch('drafts.cut').set({title: 'A'}).commit({transactionId: 'cut-2'})
    await editor.create({_id: 'drafts.besides', _type: 'note'})
    await editor.patch('drafts.cut').set({title: 'B'}).commit({transactionId: 'cut-3'})
    await until('what was missed', () => of('mutation').length === 3, 15_000)
    await editor.patch('drafts.cut').set({title: 'C'}).commit({transactionId: 'cut-4'})
    await until('the next one', () => of('mutation').length === 4)
    subscription.unsubscribe()
    expect([of('welcome').length, of('welcomeback').length, of('reset').length]).toEqual([1, 1, 0])
    expect(of('mutation').map(({previousRev, resultRev}) => [previousRev, resultRev])).toEqual([
      [undefined, 'cut-1'],
      ['cut-1', 'cut-2'],
      ['cut-2', 'cut-3'],
      ['cut-3', 'cut-4'],
    ])
  })

  test('before anything happened goes on from its welcome', async () => {
    const headers = {Authorization: `Bearer ${token}`}
    const url = listenUrl('*[_type == "late"]', '&enableResume=true')
    const first = await follow(url, headers)
    const welcome = await until('the welcome', () => first.events()[0])
    await first.close()
    await editor.create({_id: 'late', _type: 'late'})
    const back = await follow(url, {...headers, 'Last-Event-ID': String(welcome.id)})
    await until('what was missed', () => back.events().length === 2)
    expect(back.events()).toMatchObject([
      {event: 'welcomeback', id: welcome.id},
      {event: 'mutation', data: {documentId: 'late', transition: 'appear'}},
    ])
    await back.close()
  })

  test.each([
    ['in the middle of a transaction', 'whole-1#whole-a#unfinished', true],
    ['at a place that nobody was given', 'nowhere#at-all', true],
    ['and has no token: it hears nothing of what was public for a while', 'whole-1#whole-b', false],
  ])('%s reads afresh', async (_where, position, isSignedIn) => {
    const headers = {
      'Last-Event-ID': position,
      ...(isSignedIn ? {Authorization: `Bearer ${token}`} : {}),
    }
    await editor
      .transaction()
      .createOrReplace({_id: 'whole-a', _type: 'whole'})
      .createOrReplace({_id: 'whole-b', _type: 'whole'})
      .commit({transactionId: isSignedIn ? crypto.randomUUID() : 'whole-1'})
    const back = await follow(listenUrl('*[_type == "whole"]', '&enableResume=true'), headers)
    const reset = await until('the reset', () => back.events()[0])
    await editor.createOrReplace({_id: 'whole-a', _type: 'whole', more: true})
    await until('the next one', () => back.events().length === 2)
    await back.close()
    expect(reset.event).toBe('reset')
  })

  test('cannot go on in the middle of a transaction: only its last event says where it ends', async () => {
    const stream = await follow(listenUrl('*[_type == "pairs"]'), {
      Authorization: `Bearer ${token}`,
    })
    await until('the welcome', () => stream.events()[0])
    await editor
      .transaction()
      .create({_id: 'pair-a', _type: 'pairs'})
      .create({_id: 'pair-b', _type: 'pairs'})
      .commit({transactionId: 'pairs-1'})
    await until('both', () => stream.events().length === 3)
    await stream.close()
    expect(
      stream
        .events()
        .slice(1)
        .map(({id}) => id),
    ).toEqual(['pairs-1#pair-a#unfinished', 'pairs-1#pair-b'])
  })
})

test('a reader who goes away is forgotten', async () => {
  await until('the end of all others', () => server.app.streams.size === 0)
  const stream = await follow(listenUrl('*'))
  await until('the stream', () => server.app.streams.size === 1)
  await stream.close()
  await until('its end', () => server.app.streams.size === 0)
})

test('a body that is read bit by bit is the same stream, until its reader stops', async () => {
  const response = await server.app.fetch(new Request(listenUrl('*[_type == "bits"]')))
  const open = server.app.streams.size
  await editor.create({_id: 'bits', _type: 'bits'})
  const reader = response.body?.getReader()
  const bits: string[] = []
  while (bits.length < 2) {
    const next = await reader?.read()
    bits.push(new TextDecoder().decode(next?.value).split('\n', 1)[0] ?? '')
  }
  expect(bits).toEqual(['event: welcome', 'event: mutation'])
  await reader?.cancel()
  expect(server.app.streams.size).toBe(open - 1)
})

test('a stream goes through a socket as well: first the head, then the body', async () => {
  const socket = await socketTo(`${server.url}/__stream`)
  const path = '/v2025-02-19/data/listen/production?query=*%5B_type%3D%3D%22tunnel%22%5D'
  socket.send({url: path, headers: {authorization: `Bearer ${token}`}})
  await until('the welcome', () => socket.frames.length >= 2)
  expect(JSON.parse(socket.frames[0] ?? '')).toMatchObject({
    status: 200,
    headers: {'content-type': 'text/event-stream; charset=utf-8'},
  })
  expect(socket.frames[1]).toMatch(/^event: welcome\n/)
  await editor.create({_id: 'drafts.tunnel', _type: 'tunnel'})
  await until('the change', () =>
    socket.frames.some((frame) => frame.startsWith('event: mutation\n')),
  )
  const open = server.app.streams.size
  socket.close()
  await until('its end', () => server.app.streams.size === open - 1)
})

test('a refusal goes through the socket too, and nothing else does', async () => {
  const refused = await socketTo(`${server.url}/__stream`)
  refused.send({
    url: '/v2025-02-19/data/listen/production?query=*',
    headers: {authorization: 'Bearer gone'},
  })
  await until('the end', () => refused.closed())
  expect(JSON.parse(refused.frames[0] ?? '')).toMatchObject({status: 401})
  expect(JSON.parse(refused.frames[1] ?? '')).toMatchObject({code: 'sessionNotFound'})
  const other = await socketTo(`${server.url}/__stream`)
  other.send({url: '/v2025-02-19/users/me', headers: {authorization: `Bearer ${token}`}})
  expect(await until('the end', () => other.closed())).toBe(1008)
  expect(other.frames).toEqual([])
})

test('strange pages get no socket', async () => {
  await expect(
    socketTo(`${server.url}/__stream`, {Origin: 'https://evil.example'}),
  ).rejects.toThrow('403')
})

test('a live client is told that something changed, under the tag of its query', async () => {
  const stream = await follow(`${server.url}/v2025-02-19/data/live/events/production`)
  await until('the welcome', () => stream.events()[0]?.event === 'welcome')
  await editor.create({_id: 'drafts.live', _type: 'note'})
  await editor.create({_id: 'live', _type: 'note'})
  const [, message] = await until(
    'a message',
    () => stream.events().length === 2 && stream.events(),
  )
  await stream.close()
  const {syncTags} = await server.client().fetch('*', {}, {filterResponse: false})
  expect(message).toMatchObject({
    event: 'message',
    data: {tags: expect.arrayContaining([...(syncTags ?? [])])},
    id: expect.any(String),
  })
})

test('two people see each other, and that one of them left', async () => {
  const other = await server.signIn('viewer')
  const join = async (bearer: string) => {
    const socket = await socketTo(`${server.url}/v2022-06-30/socket/production`)
    socket.send({
      jsonrpc: '2.0',
      method: 'authorization',
      params: {authorization: `Bearer ${bearer}`},
      id: 'a',
    })
    socket.send({jsonrpc: '2.0', method: 'presence_subscribe', params: {}, id: 's'})
    await until('the subscription', () => socket.frames.length >= 2)
    return socket
  }
  const [left, right] = [await join(token), await join(other.token)]
  const locations = [
    {type: 'document', documentId: 'live', path: ['title'], lastActiveAt: '2026-03-01'},
  ]
  left.send({
    jsonrpc: '2.0',
    method: 'presence_announce',
    params: {data: {locations, sessionId: 'tab'}},
    id: 'n',
  })
  const event = (frame: string) =>
    (JSON.parse(frame) as {params?: {result?: object}}).params?.result
  const userId = server.lake.accounts.findByEmail('editor@example.org')?.id
  await until('the state', () => right.frames.length >= 3)
  expect(event(right.frames[2] ?? '')).toEqual({
    type: 'state',
    i: userId,
    m: {sessionId: 'tab', locations},
  })
  left.close()
  await until('the leave', () => right.frames.length >= 4)
  expect(event(right.frames[3] ?? '')).toEqual({type: 'disconnect', i: userId, m: {session: 'tab'}})
  right.close()
})

test('strangers are not present', async () => {
  const socket = await socketTo(`${server.url}/v2022-06-30/socket/production`)
  socket.send({jsonrpc: '2.0', method: 'presence_subscribe', params: {}, id: 's'})
  expect(await until('the end', () => socket.closed())).toBe(4401)
  expect(JSON.parse(socket.frames[0] ?? '')).toMatchObject({id: 's', error: {code: 4401}})
})

test('a tab that does not stop talking is cut off, and so is one that says too much at once', async () => {
  const talk = async (messages: number, padding: string) => {
    const socket = await socketTo(`${server.url}/v2022-06-30/socket/production`)
    const authorization = `Bearer ${token}`
    socket.send({jsonrpc: '2.0', method: 'authorization', params: {authorization}, id: 'a'})
    for (let id = 0; id < messages; id += 1) {
      socket.send({jsonrpc: '2.0', method: 'presence_rollcall', params: {session: padding}, id})
    }
    return until('the end', () => socket.closed())
  }
  expect([await talk(1000, 'tab'), await talk(1, 'x'.repeat(20_000))]).toEqual([1008, 1009])
})

test('closing the server ends streams and sockets', async () => {
  const own = await startTestServer()
  const stream = await follow(`${own.url}/v2025-02-19/data/listen/production?query=*`)
  const socket = await socketTo(`${own.url}/__stream`)
  await until('the welcome', () => stream.events()[0])
  await own.close()
  await until('both ends', () => stream.ended() && socket.closed() !== null)
})
