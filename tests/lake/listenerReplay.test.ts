import {DatabaseSync} from 'node:sqlite'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {type Actor} from '../../lake/actor.ts'
import {type CommittedTransaction} from '../../lake/commit/commit.ts'
import {type Dataset} from '../../lake/dataset.ts'
import {type JsonObject} from '../../lake/document.ts'
import {openReplay} from '../../lake/listen/replay.ts'
import {openTestLake, type TestLake} from '../support/openTestLake.ts'

const editor: Actor = {kind: 'person', userId: 'ed', personId: 'ed', name: 'Ed', roles: ['editor']}

let house: TestLake
let dataset: Dataset
let committed: CommittedTransaction[]
beforeEach(async () => {
  house = await openTestLake()
  dataset = house.lake.dataset('production')
  committed = []
  dataset.feed.subscribe((transaction) => committed.push(transaction))
})
afterEach(() => house.close())

async function write(transactionId: string, ...mutations: readonly JsonObject[]) {
  house.pass(1000)
  await dataset.mutate(editor, {transactionId, mutations})
}

async function aLittleHistory() {
  await write('t1', {create: {_id: 'b', _type: 'note', title: 'One'}})
  await write(
    't2',
    {create: {_id: 'drafts.a', _type: 'note', title: 'Draft'}},
    {patch: {id: 'b', set: {title: 'One and a half'}}},
  )
  await write('t3', {delete: {id: 'b'}}, {patch: {id: 'drafts.a', set: {title: 'Better'}}})
  await write('t4', {create: {_id: 'b', _type: 'note', title: 'Again'}})
}

test('what was committed since a position comes back as it was told then', async () => {
  await aLittleHistory()
  expect(dataset.replay.since('t1')).toEqual(committed.slice(1))
  expect(dataset.replay.since('t3#drafts.a')).toEqual(committed.slice(3))
  expect(dataset.replay.since(dataset.replay.position())).toEqual([])
})

test('there is a position as soon as something was committed', async () => {
  expect(dataset.replay.position()).toBe('')
  await write('t1', {create: {_id: 'a', _type: 'note'}})
  expect(dataset.replay.position()).toBe('t1')
})

test('a transaction that is called as a position looks is found under its name', async () => {
  await write('t#1', {create: {_id: 'a', _type: 'note'}})
  await write('t2', {delete: {id: 'a'}})
  expect(dataset.replay.since('t#1')?.map(({id}) => id)).toEqual(['t2'])
  expect(dataset.replay.since('t#1#a')?.map(({id}) => id)).toEqual(['t2'])
})

test.each(['', 'unknown', 't2#b#unfinished'])(
  '%j is no position to go on from',
  async (position) => {
    await aLittleHistory()
    expect(dataset.replay.since(position)).toBeNull()
  },
)

test('too much is not told', async () => {
  await aLittleHistory()
  const file = join(house.dir, 'datasets', 'production.sqlite')
  const few = openReplay(file, {changes: 4, characters: 1_000_000})
  const short = openReplay(file, {changes: 500, characters: 200})
  expect([few.since('t2')?.length, few.since('t1')]).toEqual([2, null])
  expect([short.since('t4')?.length, short.since('t1')]).toEqual([0, null])
  few.close()
  short.close()
})

test('what does not fit together is not told', async () => {
  await aLittleHistory()
  const database = new DatabaseSync(join(house.dir, 'datasets', 'production.sqlite'))
  database.exec(`update revisions set revert = '[0,null]'`)
  database.close()
  expect(dataset.replay.since('t1')).toBeNull()
})
