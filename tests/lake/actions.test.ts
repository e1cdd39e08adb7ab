import {afterEach, beforeEach, expect, test} from 'vitest'
import {type Actor} from '../../lake/actor.ts'
import {type JsonObject} from '../../lake/document.ts'
import {type RegisteredAction} from '../../lake/guard.ts'
import {openTestLake, permissive, type TestLake} from '../support/openTestLake.ts'

const editor: Actor = {kind: 'person', userId: 'ed', personId: 'ed', name: 'Ed', roles: ['editor']}

/** An action of the house that does nothing. */
const nod: RegisteredAction = {
  malformed: () => null,
  subject: () => 'page',
  run: () => ({allowed: true, mutations: [], entries: []}),
}

let house: TestLake
beforeEach(async () => {
  house = await openTestLake({extension: {...permissive, actions: {'house.action.nod': nod}}})
})
afterEach(() => house.close())

const times = (count: number, action: (index: number) => JsonObject) =>
  house.lake
    .dataset('production')
    .act(editor, {actions: Array.from({length: count}, (_, index) => action(index))})

const created = (index: number): JsonObject => ({
  actionType: 'sanity.action.document.version.create',
  publishedId: `page${index}`,
  document: {_id: `versions.r1.page${index}`, _type: 'note'},
})

test('a release is filled in one request', async () => {
  await times(1_000, created)
  expect(house.lake.dataset('production').store.versions('r1')).toHaveLength(1_000)
  await expect(times(1_001, created)).rejects.toMatchObject({code: 'tooLarge'})
})

test('actions of the house are counted by themselves', async () => {
  const nodding = () => ({actionType: 'house.action.nod'})
  await times(100, nodding)
  await expect(times(101, nodding)).rejects.toMatchObject({code: 'tooLarge'})
})
