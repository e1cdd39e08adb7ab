import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {createQueryPool, type QueryPool} from '../../lake/query/query.ts'
import {type TemporaryStore, temporaryStore} from '../support/temporaryStore.ts'

const anonymous = {identity: '<anonymous>', grants: 'public'} as const
const everything = {identity: 'ada', grants: ['true']}
const slow = `count(${'*[_id != ^.x]{"x": '.repeat(14)}*${'}'.repeat(14)})`

let lake: TemporaryStore
let pool: QueryPool

beforeAll(() => {
  lake = temporaryStore()
  lake.commit('t1', 'ada', {'a': {n: 1}, 'b': {n: 2}, 'c': {}, 'drafts.d': {n: 2}})
  pool = createQueryPool({file: lake.file, budgetMs: 2000})
})
afterAll(async () => {
  await pool.close()
  lake.remove()
})

describe('readers without an account', () => {
  test('do not wait for the slow query of another one', async () => {
    const ended: string[] = []
    const ask = async (name: string, query: string, from: string) => {
      await pool.run({...anonymous, query, from}).catch(() => {})
      ended.push(name)
    }
    await ask('first', 'count(*)', 'near')
    await Promise.all([
      ask('slow', slow, 'far'),
      ask('slow again', slow, 'far'),
      ...['one', 'two', 'three'].map((name) => ask(name, 'count(*)', name)),
    ])
    expect(ended).toEqual(['first', 'one', 'two', 'three', 'slow', 'slow again'])
    // Whoever lately took long does not get the last free thread, either.
    ended.length = 0
    await Promise.all([
      ask('slow', slow, 'new'),
      ask('also slow', slow, 'far'),
      ask('quick', 'count(*)', 'one'),
    ])
    expect(ended[0]).toBe('quick')
  }, 20_000)

  test('cannot fill the queue', async () => {
    const asked = Array.from({length: 600}, () =>
      pool.run({...anonymous, query: '1', from: 'far'}).then(
        () => 'answered',
        (error: unknown) => (error as {code: string}).code,
      ),
    )
    const other = pool.run({...anonymous, query: '1', from: 'near'})
    expect((await other).result).toBe(1)
    const outcomes = await Promise.all(asked)
    expect(new Set(outcomes)).toEqual(new Set(['answered', 'tooManyRequests']))
  })

  test.each<[string, (round: number) => Parameters<QueryPool['run']>[0]]>([
    [
      'words that they look for',
      (round) => {
        const words = Array.from({length: 1000}, (_, n) => `${n}x${round}`).join(' ')
        const query = '["a word", "some"] match $words'
        return {...anonymous, query, params: {words}}
      },
    ],
    [
      'types that they ask for',
      (round) => ({...anonymous, query: `*[_type == "${round}${'x'.repeat(900_000)}"][0] != null`}),
    ],
  ])(
    'cannot fill the memory with %s',
    async (_, asked) => {
      const small = createQueryPool({file: lake.file, budgetMs: 5000, maxMemoryMb: 64})
      try {
        for (let round = 0; round < 80; round++)
          expect((await small.run(asked(round))).result).toBe(false)
      } finally {
        await small.close()
      }
    },
    30_000,
  )
})

describe('ids for a mutation by query', () => {
  const select = (query: string, params = {}) => pool.selectIds({...everything, query, params})

  test('come with the last transaction that they know of', async () => {
    const seq = lake.store.lastSeq()
    expect(await select('*[n == $n]', {n: 2})).toEqual({ids: ['b', 'drafts.d'], seq})
    expect(await select('*[_id in ["a", "c"]]._id')).toEqual({ids: ['a', 'c'], seq})
    expect(await select('*[_id == "c"][0]')).toEqual({ids: ['c'], seq})
    expect(await select('*.n')).toEqual({ids: [null, null, null, null], seq})
    lake.commit('t2', 'ada', {e: {n: 2}})
    expect(await select('*[n == 2]')).toEqual({ids: ['b', 'drafts.d', 'e'], seq: seq + 1})
  })

  test('are those of what the writer may read', async () => {
    const grants = ['_id in path("drafts.**")']
    expect((await pool.selectIds({identity: 'vio', grants, query: '*'})).ids).toEqual(['drafts.d'])
  })
})
