import {afterEach, expect, test} from 'vitest'
import {type Actor, clock} from '../../lake/actor.ts'
import {type Dataset} from '../../lake/dataset.ts'
import {type DueWork, type Extension, type Guard} from '../../lake/guard.ts'
import {openTestLake, permissive, type TestLake} from '../support/openTestLake.ts'

const editor: Actor = {kind: 'person', userId: 'ed', personId: 'ed', name: 'Ed', roles: ['editor']}
const denial = {code: 'notNow', message: 'Not now.', who: 'Nobody.'}

let house: TestLake
afterEach(() => house.close())

/** A house in which those works are due at every tick. */
async function open(due: Extension['due'], guards: readonly Guard[] = []): Promise<Dataset> {
  house = await openTestLake({extension: {...permissive, due, guards}, datasets: ['scratch']})
  return house.lake.dataset('production')
}

function work(subject: string, run: DueWork['run'], rest: Partial<DueWork> = {}): DueWork {
  return {name: 'remind', subject, run, ...rest}
}

const refuses: DueWork['run'] = () => ({allowed: false, stale: false, denials: [denial]})

function noting(subject: string): DueWork['run'] {
  return () => ({
    allowed: true,
    mutations: [{create: {_id: subject, _type: 'note'}}],
    entries: [{kind: 'reminded', subject, body: {}}],
  })
}

function records({store}: Dataset) {
  return [...store.wholeLedger()].map(({kind, subject, actor, body}) => ({
    kind,
    subject,
    actor,
    body,
  }))
}

test('work that is due is committed by the clock, as the server’s own, and told to who follows', async () => {
  const seen: unknown[] = []
  const guard: Guard = ({actor, changes, recorded}) => {
    seen.push({actor, by: changes.map(({id, by}) => [id, by]), recorded})
    return {allowed: true, derived: [{id: 'count', content: {_type: 'count'}}], entries: []}
  }
  const dataset = await open(() => [work('a', noting('a'))], [guard])
  const told: string[] = []
  dataset.feed.subscribe(({author, changes}) => told.push(author, ...changes.map(({id}) => id)))

  expect(house.lake.tick()).toEqual([
    {dataset: 'production', subject: 'a', name: 'remind', outcome: 'done'},
  ])
  expect(seen).toEqual([
    {
      actor: clock,
      by: [['a', 'server']],
      recorded: [{kind: 'reminded', subject: 'a', body: {}}],
    },
  ])
  expect(told).toEqual(['clock', 'a', 'count'])
  expect(records(dataset)).toEqual([{kind: 'reminded', subject: 'a', actor: 'clock', body: {}}])
})

test('work sees the moment that has come, and what the work before it did', async () => {
  const dataset = await open((view) =>
    view.now < '2026-03-01T10:00:00.000Z'
      ? []
      : ['a', 'b'].map((id) =>
          work(id, ({ofType, actor, factors}) => ({
            allowed: true,
            mutations: [{create: {_id: id, _type: 'note'}}],
            entries: [
              {
                kind: 'reminded',
                subject: id,
                body: {notes: ofType('note').length, kind: actor.kind, factors: [...factors]},
              },
            ],
          })),
        ),
  )
  expect(dataset.tick()).toEqual([])
  house.pass(60 * 60_000)
  expect(dataset.tick().map(({outcome}) => outcome)).toEqual(['done', 'done'])
  expect(records(dataset).map(({body}) => body)).toEqual([
    {notes: 0, kind: 'clock', factors: []},
    {notes: 1, kind: 'clock', factors: []},
  ])
})

test('neither a refusal nor a mistake of ours stops the next piece of work', async () => {
  const dataset = await open(() => [
    work('a', refuses),
    work('b', () => {
      throw new TypeError('no such thing')
    }),
    work('c', noting('c')),
  ])
  expect(dataset.tick()).toEqual([
    {subject: 'a', name: 'remind', outcome: 'refused'},
    {subject: 'b', name: 'remind', outcome: 'failed'},
    {subject: 'c', name: 'remind', outcome: 'done'},
  ])
  expect(house.log).toEqual([
    expect.stringContaining('"remind" was due for "b" and failed: TypeError: no such thing'),
  ])
  expect(records(dataset)).toEqual([
    {kind: 'refused', subject: 'a', actor: 'clock', body: {door: 'remind', codes: ['notNow']}},
    {kind: 'reminded', subject: 'c', actor: 'clock', body: {}},
  ])
})

test('what a guard refuses leaves nothing but the records of the refusal, which guards see', async () => {
  const guard: Guard = ({changes, recorded}) =>
    changes.length > 0
      ? {allowed: false, stale: true, denials: [{...denial, documentId: 'drafts.a'}]}
      : {
          allowed: true,
          derived: [{id: 'told', content: {_type: 'told', kinds: recorded.map(({kind}) => kind)}}],
          entries: [],
        }
  const onRefusal: NonNullable<DueWork['onRefusal']> = (denials, {now}) => [
    {kind: 'gaveUp', subject: 'a', body: {codes: denials.map(({code}) => code), now}},
  ]
  const dataset = await open(() => [work('a', noting('a'), {onRefusal})], [guard])
  expect(dataset.tick()).toEqual([{subject: 'a', name: 'remind', outcome: 'refused'}])
  expect(records(dataset)).toEqual([
    {kind: 'refused', subject: 'a', actor: 'clock', body: {door: 'remind', codes: ['notNow']}},
    {
      kind: 'gaveUp',
      subject: 'a',
      actor: 'clock',
      body: {codes: ['notNow'], now: '2026-03-01T09:00:00.000Z'},
    },
  ])
  expect(dataset.store.document('a')).toBeNull()
  expect(dataset.store.document('told')?.['kinds']).toEqual(['gaveUp'])
})

test('a no that comes from the lake itself reaches the records of the refusal, too', async () => {
  const run: DueWork['run'] = () => ({
    allowed: true,
    mutations: [{patch: {id: 'gone', set: {a: 1}}}],
    entries: [],
  })
  const dataset = await open(() => [
    work('gone', run, {
      onRefusal: (denials) => [
        {kind: 'gaveUp', subject: 'gone', body: {denials: denials.map((each) => ({...each}))}},
      ],
    }),
  ])
  expect(dataset.tick()).toEqual([{subject: 'gone', name: 'remind', outcome: 'refused'}])
  expect(records(dataset).map(({body}) => body)).toEqual([
    {
      denials: [
        {
          code: 'documentNotFound',
          message: 'There is no document with the id "gone" to patch.',
          who: 'Somebody who can correct the document.',
        },
      ],
    },
  ])
})

test('the same refusal, tick after tick, is recorded once', async () => {
  const dataset = await open(() => [work('a', refuses)])
  for (const _ of [1, 2, 3]) dataset.tick()
  expect(records(dataset)).toHaveLength(1)
})

test('a house that cannot tell what is due is heard', async () => {
  const dataset = await open(() => {
    throw new TypeError('no such thing')
  })
  expect(dataset.tick()).toEqual([{subject: '', name: 'due', outcome: 'failed'}])
  expect(house.log).toEqual([
    expect.stringContaining('What is due in "production" cannot be told: TypeError'),
  ])
})

test('nothing is ever due in an open dataset', async () => {
  await open(() => [work('a', noting('a'))])
  expect(house.lake.dataset('scratch').tick()).toEqual([])
})

test('the clock reads everything and may write nothing in its own name', async () => {
  const dataset = await open(() => [])
  await dataset.mutate(editor, {mutations: [{create: {_id: 'drafts.a', _type: 'note'}}]})
  expect([...dataset.export(clock)].map(({_id}) => _id)).toEqual(['drafts.a'])
  expect((await dataset.query(clock, {query: '*[]._id', perspective: 'raw'})).result).toEqual([
    'drafts.a',
  ])
  await expect(
    dataset.mutate(clock, {mutations: [{delete: {id: 'drafts.a'}}]}),
  ).rejects.toMatchObject({code: 'insufficientPermissions'})
})
