import {afterEach, beforeEach, expect, test} from 'vitest'
import {type Actor, type Role} from '../../lake/actor.ts'
import {type ListenEvent} from '../../lake/listen/listener.ts'
import {openTestLake, permissive, type TestLake} from '../support/openTestLake.ts'
import {until} from '../support/wire.ts'

const role = (name: string, filter: string): Role => ({
  name,
  title: name,
  description: '',
  grants: [{filter, permissions: ['read', 'history', 'create', 'update']}],
})
const roles = [
  role('all', '_type != "secret"'),
  role('same', '_type != "secret"'),
  role('less', '_type == "note"'),
  role('own', 'owner == identity()'),
]
const person = (userId: string, ...held: readonly string[]): Actor => ({
  kind: 'person',
  userId,
  personId: userId,
  name: userId,
  roles: held,
})

let house: TestLake
beforeEach(async () => {
  house = await openTestLake({extension: {...permissive, roles}})
})
afterEach(() => house.close())

/** What each of them is told of one transaction. */
async function told(query: string, ...listeners: readonly Actor[]) {
  const dataset = house.lake.dataset('production')
  const heard = listeners.map(() => [] as (readonly ListenEvent[])[])
  listeners.forEach((actor, index) =>
    dataset.listen(
      actor,
      {query},
      {send: (events) => void heard[index]?.push(events), end: () => {}},
    ),
  )
  await dataset.mutate(person('ed', 'all', 'own'), {
    mutations: [
      {create: {_id: 'note', _type: 'note'}},
      {create: {_id: 'mine', _type: 'page', owner: 'ed'}},
      {create: {_id: 'yours', _type: 'page', owner: 'al'}},
    ],
  })
  await until('the events', () => heard.every((each) => each.length > 0))
  return heard.map((each) => each[0] ?? [])
}

const idsIn = (events: readonly ListenEvent[]) => events.map(({documentId}) => documentId)

test('those who may read the same are told the very same', async () => {
  const [ed, al, less] = await told(
    '*',
    person('ed', 'all'),
    person('al', 'same'),
    person('di', 'less'),
  )
  expect(idsIn(ed ?? [])).toEqual(['note', 'mine', 'yours'])
  expect(al).toBe(ed)
  expect(idsIn(less ?? [])).toEqual(['note'])
})

test.each([
  ['may read what is theirs', '*', 'own'],
  ['ask for what is theirs', '*[owner == identity()]', 'all'],
])('those who %s are told of that', async (_, query, held) => {
  const heard = await told(query, person('ed', held), person('al', held))
  expect(heard.map(idsIn)).toEqual([['mine'], ['yours']])
})
