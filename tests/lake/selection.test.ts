import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {type Actor} from '../../lake/actor.ts'
import {type House} from '../../lake/house.ts'
import {decodeMutations} from '../../lake/commit/mutation.ts'
import {selectedBefore} from '../../lake/commit/selection.ts'
import {openTestLake, type TestLake} from '../support/openTestLake.ts'

const editor: Actor = {
  kind: 'person',
  userId: 'p1',
  personId: 'p1',
  name: 'Edda',
  roles: ['editor'],
}

let house: TestLake

beforeAll(async () => {
  house = await openTestLake({datasets: ['notes']})
})
afterAll(() => house.close())

function write(...mutations: readonly object[]) {
  return house.lake.dataset('notes').mutate(editor, {mutations})
}

async function ids(query = '*[_type == "note"]._id') {
  const answer = await house.lake.dataset('notes').query(editor, {query, perspective: 'raw'})
  return answer.result
}

beforeEach(async () => {
  await write({delete: {query: '*'}})
  await write(
    {create: {_id: 'a', _type: 'note', n: 1}},
    {create: {_id: 'b', _type: 'note', n: 2}},
    {create: {_id: 'c', _type: 'note', n: 3, of: {_type: 'reference', _ref: 'a', _weak: true}}},
  )
})

describe('a mutation by query', () => {
  test('is about what its query finds, whole documents or their ids, in any form of query', async () => {
    const answer = await write({
      patch: {query: '*[n > $least]', params: {least: 1}, set: {seen: true}},
    })
    expect(answer.results.map(({id}) => id)).toEqual(['b', 'c'])
    await write({delete: {query: '*[_type == "note" && of->n == 1][0]._id'}})
    expect(await ids()).toEqual(['a', 'b'])
    await write({delete: {query: '*[_type == "note"] | order(n desc)[0...1]'}})
    expect(await ids()).toEqual(['a'])
  })

  test('sees what earlier mutations of its transaction did', async () => {
    const answer = await write(
      {create: {_id: 'd', _type: 'note', n: 9}},
      {patch: {id: 'a', set: {n: 9}}},
      {delete: {id: 'c'}},
      {patch: {id: 'b', set: {n: 0}}},
      {patch: {query: '*[n > 1 && _type == "note"]{_id}', set: {seen: true}}},
    )
    expect(
      answer.results
        .slice(4)
        .map(({id}) => id)
        .sort(),
    ).toEqual(['a', 'd'])
    expect(await ids('*[seen]._id')).toEqual(['a', 'd'])
  })

  test('is refused after other mutations when it looks at several documents together', async () => {
    const mutations = [
      {patch: {id: 'a', set: {n: 7}}},
      {delete: {query: '*[_type == "note"] | order(n desc)[0...1]'}},
    ]
    await expect(write(...mutations)).rejects.toMatchObject({code: 'unsupported'})
    expect(await ids('*[n == 7]')).toEqual([])
  })

  test('says what is wrong with its query, and with what it finds', async () => {
    await expect(write({delete: {query: '*['}})).rejects.toMatchObject({code: 'queryParseError'})
    await expect(write({delete: {query: '*.n'}})).rejects.toMatchObject({
      code: 'malformedRequest',
      message: 'A document id must be a string.',
    })
  })

  test('does not hold up the thread that commits, however slow its query is', async () => {
    const slow = write({
      delete: {query: `*[count(${'*[_id != ^.x]{"x": '.repeat(16)}*${'}'.repeat(16)}) > 0]`},
    })
    let longest = 0
    let last = performance.now()
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 10)
    await expect(slow).rejects.toMatchObject({code: 'queryTimeout'})
    clearInterval(timer)
    expect(longest).toBeLessThan(1000)
    expect(await ids()).toEqual(['a', 'b', 'c'])
  })
})

describe('what was selected before the transaction', () => {
  const mutations = decodeMutations([{delete: {query: '*'}}], () => 'new')
  const houseAt = (seqs: number[]) =>
    ({store: {lastSeq: () => seqs.shift() ?? 0}}) as never as House

  test('is selected again when something was written in between', async () => {
    const found = [
      {ids: ['a'], seq: 1},
      {ids: ['a', 'b'], seq: 2},
    ]
    const selected = await selectedBefore(houseAt([2, 2]), mutations, async () => found.shift()!)
    expect([...selected.values()]).toEqual([['a', 'b']])
  })

  test('is given up when that does not end', async () => {
    const never = selectedBefore(houseAt([2, 3, 4, 5, 6]), mutations, async () => ({
      ids: [],
      seq: 1,
    }))
    await expect(never).rejects.toMatchObject({code: 'unavailable'})
  })
})
