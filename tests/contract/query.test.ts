import {formatQueryParseError, isQueryParseError, type SanityClient} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {startTestServer, type TestServer} from '../support/openTestLake.ts'
import {until} from '../support/wire.ts'

let server: TestServer
let token: string
let editor: SanityClient

beforeAll(async () => {
  server = await startTestServer()
  token = (await server.signIn('editor')).token
  editor = server.client(token)
  await editor
    .transaction()
    .create({_id: 'sleep', _type: 'note', title: 'Sleep', of: {_type: 'reference', _ref: 'ada'}})
    .create({_id: 'drafts.sleep', _type: 'note', title: 'Sleep, in the works'})
    .create({_id: 'versions.r1.sleep', _type: 'note', title: 'Sleep in spring'})
    .create({_id: 'versions.r2.sleep', _type: 'note', title: 'Sleep in summer'})
    .create({_id: 'ada', _type: 'person', name: 'Ada'})
    .commit()
})
afterAll(() => server.close())

const whole = {filterResponse: false} as const

function url(query: string, rest = '', version = 'v2025-02-19') {
  return `${server.url}/${version}/data/query/production?query=${encodeURIComponent(query)}${rest}`
}

describe('an answer', () => {
  test('has the query, the result, the time and the tags', async () => {
    const answer = await editor.fetch('*[_type == "person"].name', {}, whole)
    expect(answer).toEqual({
      query: '*[_type == "person"].name',
      result: ['Ada'],
      ms: expect.any(Number),
      syncTags: [expect.stringMatching(/^s1:/)],
    })
  })

  test('leaves out the query on demand, by GET and by POST', async () => {
    const options = {...whole, returnQuery: false} as const
    expect(Object.keys(await editor.fetch('1', {}, options)).sort()).toEqual([
      'ms',
      'result',
      'syncTags',
    ])
    const long = await editor.fetch(`1 // ${'long '.repeat(4000)}`, {}, options)
    expect(Object.keys(long).sort()).toEqual(['ms', 'result', 'syncTags'])
  })

  test('to a long query is the same, with its parameters, perspective and map', async () => {
    const query = `*[_id == $id][0]{title} // ${'long '.repeat(4000)}`
    const answer = await editor.fetch(query, {id: 'sleep'}, {
      ...whole,
      perspective: 'drafts',
      resultSourceMap: 'withKeyArraySelector',
    } as const)
    expect(answer.result).toEqual({title: 'Sleep, in the works'})
    expect(answer.resultSourceMap?.documents).toEqual([{_id: 'drafts.sleep', _type: 'note'}])
  })

  test('is of the perspective that is asked for, of several releases the first on top', async () => {
    const title = (perspective: string | string[]) =>
      editor.fetch('*[_id == "sleep"][0].title', {}, {perspective: perspective as never})
    expect(await title('published')).toBe('Sleep')
    expect(await title('drafts')).toBe('Sleep, in the works')
    expect(await title('previewDrafts')).toBe('Sleep, in the works')
    expect(await title(['r1', 'drafts'])).toBe('Sleep in spring')
    expect(await title(['r2', 'r1'])).toBe('Sleep in summer')
    expect(await title(['r3', 'drafts'])).toBe('Sleep, in the works')
    expect(await editor.fetch('count(*[_type == "note"])', {}, {perspective: 'raw'})).toBe(4)
  })

  test('is raw and knows no versions in older versions of the API', async () => {
    const older = server.client(token, {apiVersion: '2024-10-01'})
    expect(await older.fetch('*[_type == "note"]._id')).toEqual(['drafts.sleep', 'sleep'])
    const ids = ['drafts.sleep', 'sleep', 'versions.r1.sleep', 'versions.r2.sleep']
    const newest = {perspective: 'raw', apiVersion: 'X'} as const
    expect(await server.client(token, newest).fetch('*[_type == "note"]._id')).toEqual(ids)
  })

  test('knows the project and the dataset', async () => {
    expect(await editor.fetch('[sanity::projectId(), sanity::dataset()]')).toEqual([
      'restwell',
      'production',
    ])
  })

  test('is of all that is committed, whatever is said of caches and live events', async () => {
    await editor.create({_id: 'fresh', _type: 'fresh'})
    const cdn = server.client(undefined, {useCdn: true})
    const options = {cacheMode: 'noStale', lastLiveEventId: 'anything'} as const
    expect(await cdn.fetch('*[_type == "fresh"]._id', {}, options)).toEqual(['fresh'])
    expect(await editor.fetch('count(*[_type == "fresh"])', {}, {lastLiveEventId: ['a']})).toBe(1)
  })

  test('says in a header how long it took, and explains itself on demand', async () => {
    const response = await fetch(url('*[_type == "person"]._id', '&explain=true'))
    expect(response.headers.get('server-timing')).toMatch(/^query;dur=\d+$/)
    expect((await response.json())['explain']).toEqual({
      lookups: [
        {
          way: 'type',
          by: '_type ["person"]',
          times: 1,
          documents: 1,
          kept: 1,
          notIndexed: [],
        },
      ],
      followed: 0,
      read: 1,
      stored: expect.any(Number),
      evaluatedBy: 'lake',
    })
  })
})

describe('an answer for a reader without a token', () => {
  const names = () => url('*[_type == "person"].name')
  const get = (address: string, headers = {}) => fetch(address, {headers})

  test('is not sent again to whoever has it, until it has changed', async () => {
    // Kept from the second time.
    await get(names())
    const [first, second] = [await get(names()), await get(names())]
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^W\/"[\w-]{27}"$/)
    expect(second.headers.get('etag')).toBe(etag)
    const headersOf = ({headers}: Response) =>
      ['cache-control', 'content-length', 'content-type', 'x-content-type-options'].map((name) =>
        headers.get(name),
      )
    expect(headersOf(second)).toEqual(headersOf(first))
    expect(await second.json()).toEqual(await first.json())
    const again = await get(names(), {'If-None-Match': etag})
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    await editor.create({_id: 'bob', _type: 'person', name: 'Bob'})
    const changed = await get(names(), {'If-None-Match': etag})
    expect([changed.status, (await changed.json())['result']]).toEqual([200, ['Ada', 'Bob']])
    await editor.delete('bob')
    const back = await get(names(), {'If-None-Match': etag})
    expect(back.status).toBe(304)
  })

  test('is the same through a page of another site, which is told what it may do', async () => {
    const origin = {Origin: 'https://example.org'}
    await get(names())
    const {headers} = await get(names(), origin)
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect((await get(names())).headers.get('access-control-allow-origin')).toBeNull()
  })

  test.each(['br', 'gzip', 'br;q=0, gzip', 'identity'])(
    'is written as %s when it is long',
    async (accepted) => {
      const long = url(`{"long": "${'sleep well '.repeat(300)}"}`)
      const encoding = accepted === 'identity' ? null : accepted === 'br' ? 'br' : 'gzip'
      for (const _ of [1, 2, 3]) {
        const response = await get(long, {'Accept-Encoding': accepted})
        expect(response.headers.get('content-encoding')).toBe(encoding)
        expect((await response.json())['result'].long).toHaveLength(3300)
      }
    },
  )

  test('is given to nobody once its dataset is private', async () => {
    const own = await startTestServer({datasets: ['shop']})
    const {token: master} = await own.signIn('administrator')
    const text = 'for everybody '.repeat(200)
    await own.client(master, {dataset: 'shop'}).create({_id: 'a', _type: 'a', text})
    const address = `${own.url}/v2025-02-19/data/query/shop?query=${encodeURIComponent('*[0].text')}`
    const ask = async (headers: Record<string, string>) =>
      (await (await fetch(address, {headers})).json())['result'] as unknown
    const ways: Record<string, string>[] = [
      {},
      {'Accept-Encoding': 'br'},
      {Origin: 'https://example.org'},
    ]
    for (const headers of [...ways, ...ways, ...ways]) expect(await ask(headers)).toBe(text)
    await own.lake.setAclMode('shop', 'private')
    for (const headers of ways) expect(await ask(headers)).toBeNull()
    await own.close()
  })

  test('says each time what time it is', async () => {
    const now = async () => (await (await get(url('now()'))).json())['result'] as string
    const first = await now()
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect((await now()) > first).toBe(true)
  })

  test('is not given to those who sign in, nor is theirs to others', async () => {
    const all = url('count(*)', '&perspective=raw')
    const own = async (headers = {}) => (await (await get(all, headers)).json())['result'] as number
    const [first, theirs, again] = [
      await own(),
      await own({Authorization: `Bearer ${token}`}),
      await own(),
    ]
    expect([first, again, theirs > first]).toEqual([first, first, true])
  })
})

describe('a live client', () => {
  test('hears of what its answer rests on, and not of the rest', async () => {
    const client = server.client()
    const query = '*[_id == "sleep"][0]{title, "of": of->name}'
    const {syncTags = []} = await client.fetch(query, {}, whole)
    // Kept from the second time.
    await client.fetch(query)
    const messages: {id: string; tags: readonly string[]}[] = []
    let isWelcome = false
    const live = client.live.events().subscribe((event) => {
      if (event.type === 'welcome') isWelcome = true
      if (event.type === 'message') messages.push(event)
    })
    await until('the welcome', () => isWelcome)
    await editor.create({_id: 'unrelated', _type: 'other'})
    await editor.patch('ada').set({name: 'Ada L.'}).commit()
    const heard = await until('two messages', () => messages.length === 2 && messages)
    live.unsubscribe()
    expect(heard.map(({tags}) => syncTags.some((tag) => tags.includes(tag)))).toEqual([false, true])
    const lastLiveEventId = heard[1]?.id ?? ''
    expect((await client.fetch(query, {}, {lastLiveEventId}))['of']).toBe('Ada L.')
  })
})

describe('a query that is wrong', () => {
  const failure = (query: string, params = {}) =>
    editor.fetch(query, params).then(
      () => 'no error',
      (error: {details: unknown}) =>
        isQueryParseError(error.details as never)
          ? formatQueryParseError(error.details as never)
          : error,
    )

  test.each([
    [
      '*[_type == $type]',
      '> 1 | *[_type == $type]\n    |           ^^^^^ param $type referenced, but not provided',
    ],
    [
      '*[geo::distance(a, b) < 1]',
      '> 1 | *[geo::distance(a, b) < 1]\n' +
        '    |  ^^^^^^^^^^^^^ This lake does not have the function geo::distance().',
    ],
    [
      '{\n  "a": nonsense(1)\n}',
      '> 2 |   "a": nonsense(1)\n    |       ^^^^^^^^ Undefined function: nonsense',
    ],
  ])('is framed where it is: %s', async (query, frame) => {
    expect(await failure(query)).toContain(frame)
  })

  test.each([
    ['&variant=x', 'unsupported', 'This lake has no variants. Ask without "variant".'],
    [
      '&resultSourceMap=maybe',
      'malformedRequest',
      '"resultSourceMap" must be true, false or withKeyArraySelector.',
    ],
    ['&explain=please', 'malformedRequest', '"explain" must be true or false.'],
  ])('and what cannot be asked: %s', async (rest, code, message) => {
    const response = await fetch(url('1', rest))
    expect([response.status, await response.json()]).toEqual([
      400,
      {statusCode: 400, error: 'Bad Request', code, message},
    ])
  })
})

test('a slow query of somebody without an account does not hold up the others', async () => {
  const ask = (query: string, address: string) =>
    fetch(url(query), {headers: {'x-forwarded-for': address}})
  const slow = `count(${'*[_id != ^.x]{"x": '.repeat(20)}*${'}'.repeat(20)})`
  const answered: string[] = []
  await Promise.all([
    ask(slow, '203.0.113.1').then(({status}) => answered.push(`slow ${status}`)),
    ask(slow, '203.0.113.1').then(({status}) => answered.push(`slow ${status}`)),
    ask('count(*)', '203.0.113.2').then(({status}) => answered.push(`quick ${status}`)),
  ])
  expect(answered).toEqual(['quick 200', 'slow 422', 'slow 422'])
})
