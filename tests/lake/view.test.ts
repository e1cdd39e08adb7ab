import {DatabaseSync} from 'node:sqlite'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {type Actor, clock} from '../../lake/actor.ts'
import {type View} from '../../lake/guard.ts'
import {openStore, type Store} from '../../lake/store/store.ts'
import {openTestLake, password, type TestLake} from '../support/openTestLake.ts'

const editor: Actor = {kind: 'person', userId: 'ed', personId: 'ed', name: 'Ed', roles: ['editor']}

let house: TestLake

beforeEach(async () => {
  house = await openTestLake()
})
afterEach(() => house.close())

function view(): View {
  return house.lake.dataset('production').view(clock)
}

async function add(name: string, role: string, personId?: string) {
  const {accounts} = house.lake
  const email = `${name}@example.org`
  return accounts.add({email, name, role, password, ...(personId === undefined ? {} : {personId})})
}

test('the people are the open accounts of persons, in order', async () => {
  const zoe = await add('Zoe', 'editor', 'person-zoe')
  const ada = await add('Ada', 'viewer')
  const eve = await add('Eve', 'viewer')
  const nobody = await add('Nobody', 'viewer', '')
  house.lake.accounts.setActive(eve.id, false)
  house.lake.accounts.createToken({label: 'Site', role: 'viewer'})
  expect([nobody.active, zoe.id < ada.id]).toEqual([true, true])
  expect(view().people()).toEqual([
    {userId: zoe.id, personId: 'person-zoe', name: 'Zoe', roles: ['editor']},
    {userId: ada.id, personId: ada.personId, name: 'Ada', roles: ['viewer']},
  ])
})

test('an account acts with the role that it has now, and not when it is closed', async () => {
  const {accounts} = house.lake
  const {id} = await add('Ada', 'editor', 'ada')
  const before = view()
  expect(before.actorOf(id)).toEqual({
    kind: 'person',
    userId: id,
    personId: 'ada',
    name: 'Ada',
    roles: ['editor'],
  })
  accounts.setRole(id, 'viewer')
  expect(before.actorOf(id)).toMatchObject({roles: ['viewer']})
  accounts.setActive(id, false)
  expect(before.actorOf(id)).toEqual({kind: 'anonymous'})
  expect(before.personOf(id)).toBe('ada')
})

test('a token acts until it is revoked, and who was never there does not', () => {
  const {accounts} = house.lake
  const {id} = accounts.createToken({label: 'Site', role: 'viewer'})
  const robot = {kind: 'robot', userId: id, label: 'Site', roles: ['viewer']}
  expect(view().actorOf(id)).toEqual(robot)
  accounts.revokeToken(id)
  expect(['clock', 'operator', '', 'user-x', id].map((who) => view().actorOf(who))).toEqual(
    Array(5).fill({kind: 'anonymous'}),
  )
})

function record(store: Store, kind: string, subject: string) {
  const stamp = {
    at: '2026-03-01T09:00:00.000Z',
    actor: 'ada',
    transactionId: 't',
    transactionSeq: 1,
  }
  return store.append({kind, subject, body: {}}, stamp)
}

test('records are found by kind, oldest first, and the last one heads the ledger', () => {
  const {store} = house.lake.dataset('production')
  expect(view().ledgerHead()).toBeNull()
  const [signed, , revoked, last] = [
    record(store, 'signedOff', 'a'),
    record(store, 'published', 'a'),
    record(store, 'revoked', 'b'),
    record(store, 'signedOff', 'b'),
  ]
  expect(view().records(['signedOff', 'revoked'])).toEqual([signed, revoked, last])
  expect(view().records([])).toEqual([])
  expect(view().ledgerHead()).toEqual({seq: 4, hash: last?.hash})
})

test('a file from before gets the index and the table that came later', () => {
  const file = join(house.dir, 'old.sqlite')
  openStore(file).close()
  const database = new DatabaseSync(file)
  database.exec('drop index ledger_kind; drop table withheld')
  database.close()
  const store = openStore(file)
  const first = record(store, 'signedOff', 'a')
  expect(store.records(['signedOff'])).toEqual([first])
  store.withholdAlso(['a'])
  expect(store.withheld()).toEqual(['a'])
  store.close()
})

test('a view that is kept for a while shows what is there by then', async () => {
  const dataset = house.lake.dataset('production')
  const kept = view()
  const titles = [kept.read('note')]
  for (const title of ['One', 'Two']) {
    await dataset.mutate(editor, {
      mutations: [{createOrReplace: {_id: 'note', _type: 'note', title}}],
    })
    titles.push(kept.read('note'))
  }
  expect(titles.map((note) => note && note['title'])).toEqual([null, 'One', 'Two'])
})
