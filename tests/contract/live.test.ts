import {type LiveEvent, type SanityClient} from '@sanity/client'
import {afterAll, beforeAll, expect, test} from 'vitest'

import {startTestServer, type TestServer} from '../support/openTestLake.ts'
import {follow, until} from '../support/wire.ts'
import {usualSeats} from '../../lake/http/seats.ts'

let server: TestServer
let token: string
let editor: SanityClient
let liveUrl: string

beforeAll(async () => {
  server = await startTestServer()
  token = (await server.signIn('editor')).token
  editor = server.client(token)
  liveUrl = `${server.url}/v2025-02-19/data/live/events/production`
})
afterAll(() => server.close())

/** What `client.live.events()` tells. */
function hear(client: SanityClient, options: {includeDrafts?: boolean} = {}) {
  const events: LiveEvent[] = []
  const errors: unknown[] = []
  const subscription = client.live.events(options).subscribe({
    next: (event) => events.push(event),
    error: (error: unknown) => errors.push(error),
  })
  const of = <Type extends LiveEvent['type']>(type: Type) =>
    events.filter((event): event is Extract<LiveEvent, {type: Type}> => event.type === type)
  return {events, errors, of, stop: () => subscription.unsubscribe()}
}

test('a front end fetches again when it hears one of the tags of what it fetched, and only then', async () => {
  await editor.create({_id: 'page', _type: 'page', title: 'One'})
  const reader = server.client()
  const fetch = () => reader.fetch('*[_id == "page"][0].title', {}, {filterResponse: false})
  // Kept from the second time.
  await fetch()
  const fetched = await fetch()
  const live = hear(reader)
  await until('the welcome', () => live.of('welcome')[0])
  await editor.create({_id: 'drafts.page', _type: 'page', title: 'Hidden'})
  await editor.create({_id: 'other', _type: 'other'})
  await editor.patch('page').set({title: 'Two'}).commit()
  const [other, page] = await until(
    'two',
    () => live.of('message').length === 2 && live.of('message'),
  )
  live.stop()
  const concerns = (tags: readonly string[] = []) =>
    fetched.syncTags?.some((tag) => tags.includes(tag))
  expect([concerns(other?.tags), concerns(page?.tags)]).toEqual([false, true])
  const again = await reader.fetch(
    '*[_id == "page"][0].title',
    {},
    {filterResponse: false, lastLiveEventId: page?.id as string},
  )
  expect(again.result).toBe('Two')
})

test('drafts are told to those who sign in and ask for them', async () => {
  const live = hear(editor, {includeDrafts: true})
  await until('the welcome', () => live.of('welcome')[0])
  await editor.createOrReplace({_id: 'drafts.live', _type: 'note'})
  await until('a message', () => live.of('message')[0])
  live.stop()
  expect((await fetch(`${liveUrl}?includeDrafts=true`)).status).toBe(401)
})

test('whoever comes back hears the tags of what it missed', async () => {
  const first = await follow(liveUrl)
  const welcome = await until('the welcome', () => first.events()[0])
  await first.close()
  await editor.createOrReplace({_id: 'missed', _type: 'missed'})
  await editor.createOrReplace({_id: 'drafts.missed', _type: 'missed'})
  await editor.createOrReplace({_id: 'missed', _type: 'missed', more: true})
  const back = await follow(liveUrl, {'Last-Event-ID': String(welcome.id)})
  const events = await until('both', () => back.events().length === 3 && back.events())
  await editor.createOrReplace({_id: 'after', _type: 'after'})
  await until('the next one', () => back.events().length === 4)
  await back.close()
  const {syncTags = []} = await server
    .client()
    .fetch('*[_type == "missed"]', {}, {filterResponse: false})
  expect(events.map(({event}) => event)).toEqual(['welcome', 'message', 'message'])
  for (const {data} of events.slice(1)) {
    expect(syncTags.some((tag) => (data['tags'] as string[]).includes(tag))).toBe(true)
  }
})

test('the id of the last message goes in the address as well', async () => {
  const {transactionId} = await editor
    .transaction()
    .createOrReplace({_id: 'a', _type: 'a'})
    .commit()
  await editor.createOrReplace({_id: 'b', _type: 'b'})
  const back = await follow(`${liveUrl}?lastLiveEventId=${transactionId}`)
  await until('what was missed', () => back.events().length === 2)
  await back.close()
})

test('whoever comes back with what nobody was given starts again', async () => {
  const back = await follow(liveUrl, {'Last-Event-ID': 'long-gone'})
  const [restart, welcome] = await until('both', () => back.events().length === 2 && back.events())
  await back.close()
  expect([restart?.event, welcome?.event]).toEqual(['restart', 'welcome'])
  expect(restart?.id).toBe(server.lake.dataset('production').replay.position())
})

test('strangers who come back over and over begin anew, and members go on', async () => {
  const own = await startTestServer()
  try {
    const url = `${own.url}/v2025-02-19/data/live/events/production`
    const member = (await own.signIn('viewer')).token
    const writer = own.client((await own.signIn('editor')).token)
    const {transactionId} = await writer
      .transaction()
      .createOrReplace({_id: 'a', _type: 'a'})
      .commit()
    const firstWord = async (headers: Record<string, string>) => {
      const back = await follow(url, {'Last-Event-ID': transactionId, ...headers})
      const [first] = await until('a word', () => back.events().length > 0 && back.events())
      await back.close()
      return first?.event
    }
    const words = await Promise.all(Array.from({length: 40}, () => firstWord({})))
    expect([words[0], words.at(-1)]).toEqual(['welcome', 'restart'])
    expect(await firstWord({Authorization: `Bearer ${member}`})).toBe('welcome')
  } finally {
    await own.close()
  }
})

test('a client is told to start again when it was away for too long', async () => {
  const live = hear(server.client(undefined, {requestTagPrefix: 'away'}))
  await until('the welcome', () => live.of('welcome')[0])
  for (const end of [...server.app.streams]) end()
  for (let batch = 0; batch < 6; batch += 1) {
    const many = editor.transaction()
    for (let index = 0; index < 100; index += 1) {
      many.createOrReplace({_id: `many-${index}`, _type: 'many', batch})
    }
    await many.commit()
  }
  await until('the restart', () => live.of('restart')[0], 15_000)
  live.stop()
})

test('there are no functions to wait for', async () => {
  const response = await fetch(`${liveUrl}?waitFor=function`)
  expect([response.status, await response.json()]).toEqual([
    400,
    {
      statusCode: 400,
      error: 'Bad Request',
      code: 'unsupported',
      message: 'This lake has no functions that events could wait for.',
    },
  ])
})

test('one address has so many streams; a live client goes away, a listener is refused', async () => {
  const own = await startTestServer()
  try {
    const url = `${own.url}/v2025-02-19/data/live/events/production`
    const open = await Promise.all(Array.from({length: usualSeats.perAddress}, () => follow(url)))
    const live = hear(own.client())
    const goAway = await until('the goaway', () => live.of('goaway')[0])
    live.stop()
    const reason = 'Your address has as many streams open as it may have. Close some, or sign in.'
    expect(goAway).toMatchObject({type: 'goaway', data: {reason}})
    const refused = await fetch(`${own.url}/v2025-02-19/data/listen/production?query=*`)
    expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toEqual([
      429,
      '30',
      {
        statusCode: 429,
        error: 'Too Many Requests',
        code: 'tooManyRequests',
        message: reason,
        retryAfterSeconds: 30,
      },
    ])
    const member = await own.signIn('viewer')
    const listening = await follow(`${own.url}/v2025-02-19/data/listen/production?query=*`, {
      Authorization: `Bearer ${member.token}`,
    })
    expect(listening.status).toBe(200)
    await open[0]?.close()
    await until('the seat', () => own.app.streams.size === usualSeats.perAddress)
    const next = await follow(url)
    await until('the welcome', () => next.events()[0]?.event === 'welcome')
    await Promise.all([...open, listening, next].map((stream) => stream.close()))
  } finally {
    await own.close()
  }
})
