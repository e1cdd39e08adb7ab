import {afterEach, expect, test} from 'vitest'
import {type Actor} from '../../lake/actor.ts'
import {type ListenEvent} from '../../lake/listen/listener.ts'
import {type Guard} from '../../lake/guard.ts'
import {into} from '../support/followers.ts'
import {openTestLake, permissive, type TestLake} from '../support/openTestLake.ts'
import {until} from '../support/wire.ts'

const editor: Actor = {kind: 'person', userId: 'ed', personId: 'ed', name: 'Ed', roles: ['editor']}
const other: Actor = {...editor, userId: 'al', personId: 'al', name: 'Al'}
const reader: Actor = {kind: 'anonymous'}

/** Takes the page down, back into a draft, as soon as there is a warning. */
const guard: Guard = ({changes, read}) => {
  const page = read('page')
  if (page === null || !changes.some(({id}) => id === 'warning'))
    return {allowed: true, derived: [], entries: []}
  const {_id, ...content} = page
  return {
    allowed: true,
    derived: [
      {id: 'page', content: null},
      {id: 'drafts.page', content},
    ],
    entries: [{kind: 'unpublished', subject: 'page', body: {}}],
  }
}

let house: TestLake
afterEach(() => house.close())

/** A page and another one that holds on to it, then the warning, by somebody else. */
async function warned() {
  house = await openTestLake({extension: {...permissive, guards: [guard]}})
  const dataset = house.lake.dataset('production')
  await dataset.mutate(editor, {
    mutations: [
      {create: {_id: 'page', _type: 'article', title: 'Calm'}},
      {create: {_id: 'index', _type: 'list', first: {_ref: 'page'}}},
    ],
    transactionId: 'made',
  })
  const events: {readonly [name: string]: ListenEvent[]} = {editor: [], reader: []}
  dataset.listen(editor, {query: '*'}, into(events['editor'] ?? []))
  dataset.listen(reader, {query: '*'}, into(events['reader'] ?? []))
  await dataset.mutate(other, {
    mutations: [{create: {_id: 'warning', _type: 'note'}}],
    transactionId: 'warned',
  })
  await until('the events', () => Object.values(events).every((heard) => heard.length > 0))
  return {dataset, events}
}

test('a guard can take a page down that others hold on to, and keep its words as a draft', async () => {
  const {dataset} = await warned()
  const dates = {_createdAt: '2026-03-01T09:00:00.000Z', _updatedAt: '2026-03-01T09:00:00.000Z'}
  expect(dataset.store.document('page')).toBeNull()
  expect(dataset.store.document('drafts.page')).toEqual({
    _id: 'drafts.page',
    _type: 'article',
    _rev: 'warned',
    ...dates,
    title: 'Calm',
  })
  expect((await dataset.query(reader, {query: '*[_type == "article"]'})).result).toEqual([])
  expect(dataset.store.ledger('page').map(({kind, actor}) => [kind, actor])).toEqual([
    ['unpublished', 'al'],
  ])
})

test('words that the server moves are nobody’s new words', async () => {
  const {dataset} = await warned()
  expect(dataset.view(editor).contributors('page', 0)).toEqual(['ed'])
})

test('listeners are told of the page that went and of the draft that came', async () => {
  const {events} = await warned()
  const steps = (name: string) =>
    events[name]?.map(({documentId, transition, transactionTotalEvents}) => [
      documentId,
      transition,
      transactionTotalEvents,
    ])
  expect(steps('editor')).toEqual([
    ['warning', 'appear', 3],
    ['page', 'disappear', 3],
    ['drafts.page', 'appear', 3],
  ])
  expect(steps('reader')).toEqual([
    ['warning', 'appear', 2],
    ['page', 'disappear', 2],
  ])
})

test('history tells of both, and still knows the page as it was', async () => {
  const {dataset} = await warned()
  const {history} = dataset
  expect((await history.events(editor, 'page')).events.map(({type}) => type)).toEqual([
    'unpublishDocument',
    'createLiveDocument',
  ])
  expect(await history.documentsAt(editor, ['page'], {revision: 'made'})).toEqual([
    expect.objectContaining({_id: 'page', title: 'Calm', _rev: 'made'}),
  ])
})

test('who edits the draft afterwards need not mend what it held on to', async () => {
  const {dataset} = await warned()
  await dataset.mutate(editor, {mutations: [{patch: {id: 'index', set: {title: 'All'}}}]})
  expect(dataset.store.document('index')).toMatchObject({title: 'All', first: {_ref: 'page'}})
})
