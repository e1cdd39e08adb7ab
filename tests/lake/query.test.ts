import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest'
import {LakeError} from '../../lake/errors.ts'
import {createQueryPool, type QueryPool, type QueryRequest} from '../../lake/query/query.ts'
import {type TemporaryStore, temporaryStore} from '../support/temporaryStore.ts'

const everything = {identity: 'ada', grants: ['_id in path("**")']}
const anonymous = {identity: '<anonymous>', grants: 'public'} as const

let lake: TemporaryStore
let pool: QueryPool

beforeAll(() => {
  lake = temporaryStore()
  lake.commit('t1', 'ada', {
    'sleep': {title: 'Sleep', author: {_ref: 'grace'}},
    'grace': {_type: 'person', name: 'Grace'},
    'drafts.grace': {_type: 'person', name: 'Grace Hopper'},
    'drafts.new': {title: 'New', author: {_ref: 'grace'}},
    'credential.grace': {_type: 'credential', holder: 'grace'},
    'versions.rSpring.sleep': {title: 'Spring sleep'},
    '_.releases.rSpring': {_type: 'system.release', name: 'rSpring'},
  })
  pool = createQueryPool({file: lake.file, budgetMs: 5000, maxResultBytes: 100_000})
})

afterAll(async () => {
  await pool.close()
  lake.remove()
})

async function ask(
  query: string,
  rest: Omit<QueryRequest, 'query'> & object = {},
  reader = everything as never,
) {
  return (await pool.run({query, perspective: 'raw', ...rest, ...(reader as typeof everything)}))
    .result
}

async function failure(promise: Promise<unknown>) {
  const error: unknown = await promise.then(
    () => 'no error',
    (reason: unknown) => reason,
  )
  return error instanceof LakeError
    ? {code: error.code, message: error.message, details: error.details}
    : error
}

describe('a query', () => {
  test('answers with its result, its time and its sync tags', async () => {
    const answer = await pool.run({
      query: 'count(*[_type == "person"])',
      perspective: 'raw',
      ...everything,
    })
    expect(answer).toEqual({result: 2, ms: expect.any(Number), syncTags: ['s1:anOBQllY']})
  })

  test('explains how it was answered', async () => {
    const answer = await pool.run({
      query:
        '{"people": *[_type in ["person", "nobody"]]{name}, "all": count(*), "of": *[_id == "sleep"]{author->}}',
      perspective: 'raw',
      explain: true,
      ...everything,
    })
    const lookup = {times: 1, kept: null, notIndexed: []}
    expect(answer.explain).toEqual({
      lookups: [
        {...lookup, way: 'type', by: '_type ["person","nobody"]', documents: 2, kept: 2},
        {...lookup, way: 'count', by: 'an index alone', documents: 0},
        {...lookup, way: 'ids', by: '_id ["sleep"]', documents: 1, kept: 1},
      ],
      followed: 1,
      read: 3,
      stored: 7,
      evaluatedBy: 'lake',
    })
  })

  test('without an order is ordered by id', async () => {
    expect(await ask('*._id')).toEqual([
      '_.releases.rSpring',
      'credential.grace',
      'drafts.grace',
      'drafts.new',
      'grace',
      'sleep',
      'versions.rSpring.sleep',
    ])
  })

  test.each([
    [
      'raw',
      [
        '_.releases.rSpring',
        'credential.grace',
        'drafts.grace',
        'drafts.new',
        'grace',
        'sleep',
        'versions.rSpring.sleep',
      ],
    ],
    ['published', ['_.releases.rSpring', 'credential.grace', 'grace', 'sleep']],
    ['drafts', ['_.releases.rSpring', 'credential.grace', 'grace', 'new', 'sleep']],
  ])('sees the documents of %s', async (perspective, ids) => {
    expect(await ask('*._id', {perspective})).toEqual(ids)
  })

  test.each([
    ['published', {title: 'Sleep', author: 'Grace'}],
    ['drafts', {title: 'Sleep', author: 'Grace Hopper'}],
    ['rSpring', {title: 'Spring sleep', author: null}],
  ])('follows references within %s', async (perspective, result) => {
    const query = '*[_id == "sleep"][0]{title, "author": author->name}'
    expect(await ask(query, {perspective})).toEqual(result)
  })

  test('defaults to what is published', async () => {
    const answer = await pool.run({query: '*[_type == "person"].name', ...everything})
    expect(answer.result).toEqual(['Grace'])
  })

  test('knows the identity, releases, versions and slices by parameter', async () => {
    expect(await ask('identity()')).toBe('ada')
    expect(await ask('identity() // who')).toBe('ada')
    expect(await ask('releases::all(){name}')).toEqual([{name: 'rSpring'}])
    expect(await ask('releases::all().name')).toEqual(['rSpring'])
    expect(await ask('path("a.b") in path("a.**")')).toBe(true)
    expect(await ask('*[path(_id) in path("drafts.*")]._id')).toEqual([
      'drafts.grace',
      'drafts.new',
    ])
    const source = {projectId: 'restwell', dataset: 'production'}
    expect(await ask('[sanity::projectId(), sanity::dataset()]', {source})).toEqual([
      'restwell',
      'production',
    ])
    expect(await ask('*[sanity::versionOf($id)]._id', {params: {id: 'sleep'}})).toEqual([
      'sleep',
      'versions.rSpring.sleep',
    ])
    expect(await ask('*[sanity::partOfRelease("rSpring")]._id')).toEqual(['versions.rSpring.sleep'])
    expect(await ask('*[0...$n]._id', {params: {n: 1}})).toEqual(['_.releases.rSpring'])
    expect(await ask('*[[@, _id] match text::query("hopp*")]._id')).toEqual(['drafts.grace'])
    expect(await ask('diff::changedAny({"a": 1}, {"a": 2}, a)')).toBe(true)
  })

  test('sees what was committed a moment ago, and no longer what was deleted', async () => {
    expect(await ask('*[_id == "nap"]{title}')).toEqual([])
    lake.commit('t2', 'ada', {nap: {title: 'Nap'}})
    expect(await ask('*[_id == "nap"]{title}')).toEqual([{title: 'Nap'}])
    expect(
      await ask('*[_id == "nap"]{title}', {perspective: 'published'}, anonymous as never),
    ).toEqual([{title: 'Nap'}])
    lake.commit('t3', 'ada', {nap: null})
    expect(await ask('*[_id == "nap"]{title}')).toEqual([])
    expect(
      await ask('*[_id == "nap"]{title}', {perspective: 'published'}, anonymous as never),
    ).toEqual([])
  })
})

describe('a reader', () => {
  test.each(['raw', 'published'])(
    'without a token sees only public documents in %s',
    async (perspective) => {
      expect(await ask('*._id', {perspective}, anonymous as never)).toEqual(['grace', 'sleep'])
    },
  )

  test.each(['drafts', 'rSpring', 'rSpring,published'])(
    'without a token does not get %s',
    async (perspective) => {
      expect(await failure(ask('*', {perspective}, anonymous as never))).toEqual({
        code: 'unauthenticated',
        message: 'Drafts and releases can be read only with a token. Sign in first.',
        details: {},
      })
    },
  )

  test('does not reach private documents through references', async () => {
    const query =
      '{"direct": *[_id == "credential.grace"], "reached": {"_ref": "credential.grace"}->}'
    expect(await ask(query, {}, anonymous as never)).toEqual({direct: [], reached: null})
  })

  test('sees what any filter lets through', async () => {
    const reader = {identity: 'grace', grants: ['_type == "person"', 'holder == identity()']}
    expect(await ask('*._id', {}, reader as never)).toEqual([
      'credential.grace',
      'drafts.grace',
      'grace',
    ])
    expect(await ask('*._id', {}, {...reader, identity: 'ada'} as never)).toEqual([
      'drafts.grace',
      'grace',
    ])
    expect(await ask('*._id', {}, {...reader, grants: []} as never)).toEqual([])
  })
})

describe('a query that cannot be answered', () => {
  test('says where its syntax is wrong', async () => {
    const query = '*[_type == ]'
    const description = 'Unexpected end of query'
    expect(await failure(ask(query))).toEqual({
      code: 'queryParseError',
      message: description,
      details: {query, start: 10, end: 11, description},
    })
  })

  test.each([
    ['*[nonsense(1)]', 'Undefined function: nonsense', 'nonsense'],
    ['*[string::nonsense(1)]', 'Undefined function: nonsense', 'string::nonsense'],
    ['*[_id == "nonsense(" && none::of(1)] // none::', 'Undefined namespace: none', 'none::of'],
    ['* | nonsense()', 'Undefined pipe function: nonsense', 'nonsense'],
    [
      '*{"n": count(1, 2)}',
      'Incorrect number of arguments to function count(). Expected 1, got 2.',
      'count',
    ],
    ['[boost(1, 2)]', 'unexpected boost', 'boost'],
    [
      '[count(1, 2), count(1)]',
      'Incorrect number of arguments to function count(). Expected 1, got 2.',
      null,
    ],
    ['*[_type == "$type" && _type == $type]', 'param $type referenced, but not provided', '$type]'],
    ['*[0...$end]', 'param $end referenced, but not provided', '$end'],
    [
      '*[geo::distance(at, to) < 5]',
      'This lake does not have the function geo::distance().',
      'geo::distance',
    ],
    ['anywhere(x)', 'This lake does not have the function anywhere().', 'anywhere'],
    [
      'user::attributes()',
      'This lake does not have the function user::attributes().',
      'user::attributes',
    ],
  ])('says what is wrong with its meaning, and where: %s', async (query, description, place) => {
    const start = place === null ? 0 : query.indexOf(place)
    const end = place === null ? query.length : start + place.replace(/]$/, '').length
    expect(await failure(ask(query))).toEqual({
      code: 'queryParseError',
      message: description,
      details: {query, start, end, description},
    })
  })

  test('is refused when it is nested too deeply', async () => {
    const error = await failure(ask('['.repeat(20_000)))
    expect(error).toMatchObject({
      code: 'queryParseError',
      message: 'The query is nested too deeply.',
    })
  })

  test.each([
    ['  ', 'malformedRequest', 'The query must be a text in GROQ; it is missing or empty.', {}],
    [
      '*{"a": *{"b": *{"c": *{"d": *{"e": *}}}}}',
      'tooLarge',
      'The result is larger than 0.1 MB. Ask for less: a slice, fewer fields.',
      {},
    ],
  ])('%s: %s', async (query, code, message, details) => {
    expect(await failure(ask(query))).toEqual({code, message, details})
  })

  test('is stopped at the end of its budget, and the next one is answered', async () => {
    const impatient = createQueryPool({file: lake.file, budgetMs: 300})
    const slow = `count(${'*[_id != ^.x]{"x": '.repeat(12)}*${'}'.repeat(12)})`
    const [first, second] = await Promise.all([
      failure(impatient.run({query: slow, perspective: 'raw', ...everything})),
      impatient.run({query: 'count(*)', perspective: 'raw', ...everything}),
    ])
    expect(first).toEqual({
      code: 'queryTimeout',
      message: 'The query took longer than 300 ms. Make it narrower.',
      details: {budgetMs: 300},
    })
    expect(second.result).toBe(7)
    await impatient.close()
    expect(await failure(impatient.run({query: '1', ...everything}))).toEqual({
      code: 'unavailable',
      message: 'The dataset is being closed. Try again in a moment.',
      details: {},
    })
  })

  test('does not wait for ever when the file is not there', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const lost = createQueryPool({file: `${lake.file}.lost`, budgetMs: 300})
    expect(await failure(lost.run({query: '1', ...everything}))).toEqual({
      code: 'unavailable',
      message: 'The query could not be finished. Try again in a moment, with less data.',
      details: {},
    })
    await lost.close()
    expect(log.mock.calls.map(([what]) => String(what))).toEqual(['a query thread failed'])
    log.mockRestore()
  })
})
