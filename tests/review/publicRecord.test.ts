import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {type JsonObject} from '../../lake/document.ts'
import {closureDigest, digest} from '../../plugins/review-workflow/policy/index.ts'
import {
  article,
  command,
  openReviewedLake,
  type Person,
  projectionOf,
  publishAction,
  type ReviewedLake,
  signOff,
} from '../support/reviewedLake.ts'

let house: ReviewedLake

beforeEach(async () => {
  house = await openReviewedLake()
})
afterEach(() => house.close())

/** New words of one page, signed and put in front of readers. */
async function publish(
  fields: Readonly<Record<string, string | {readonly current: string}>>,
  who: Person = house.people.therapist,
  signature = {},
) {
  const {dataset, people} = house
  await dataset.mutate(people.editor, {
    mutations: [{createOrReplace: {...article('drafts.page'), ...fields}}],
  })
  await signOff(house, who, 'page', signature)
  await dataset.act(people.editor, {actions: [publishAction('page')]})
}

const at = (time: string) => {
  house.clock.time = time
}

test('the public record tells who signed, when words changed, and where they were', async () => {
  await publish({slug: {current: 'calm'}, language: 'en'})
  at('2026-06-02T12:00:00.000Z')
  await publish(
    {slug: {current: 'calm-evening'}, language: 'en', summary: 'Dim the lights.'},
    house.people.sleep,
    {
      conflictOfInterest: 'disclosed',
      conflictStatement: 'I run a sleep clinic.',
      notes: 'Between us.',
    },
  )
  const live = house.dataset.store.document('page')
  const {_id, _type, _rev, _createdAt, _updatedAt, _system, ...record} = projectionOf(house, 'page')
  expect(record).toEqual({
    subject: {_type: 'reference', _ref: 'page', _weak: true},
    subjectType: 'article',
    title: 'A calm evening',
    slug: 'calm-evening',
    language: 'en',
    sites: [],
    populations: [],
    stage: 'published',
    live: true,
    riskClass: 'R2',
    topics: ['sleepHealthGeneral'],
    digest: digest(live),
    closureDigest: closureDigest([]),
    closure: [],
    signOffs: [
      {
        _key: expect.any(String),
        _type: 'reviewSignOff',
        reviewer: {name: 'sleep', personId: 'person-sleep'},
        credentials: [
          {
            _key: 'credential.sleep',
            label: expect.any(String),
            typeCode: 'ABMS-SM',
            families: ['SLP-MED'],
            jurisdiction: 'US-CA',
            expires: '2027-01-01',
          },
        ],
        meaning: 'approvedWithNotes',
        attestation: 'medical-accuracy-1',
        conflictOfInterest: 'disclosed',
        conflictStatement: 'I run a sleep clinic.',
        signedAt: '2026-06-02T12:00:00.000Z',
        digest: digest(live),
        closureDigest: closureDigest([]),
        policyVersion: expect.any(String),
      },
    ],
    lastReviewed: '2026-06-02',
    nextReviewDue: '2027-01-01',
    firstPublishedAt: '2026-06-01T12:00:00.000Z',
    lastChangedAt: '2026-06-02T12:00:00.000Z',
    publications: [
      {_key: 'p0', at: '2026-06-01T12:00:00.000Z', digest: expect.any(String), changed: []},
      {
        _key: 'p1',
        at: '2026-06-02T12:00:00.000Z',
        digest: digest(live),
        changed: ['slug', 'summary'],
      },
    ],
    pastSlugs: ['calm'],
    blockers: [],
    marks: [],
    indexed: true,
  })
})

test('a new signature on the same words moves the review and no other date', async () => {
  await publish({slug: {current: 'calm'}})
  at('2026-08-01T12:00:00.000Z')
  await signOff(house, house.people.sleep, 'page')
  const {lastReviewed, lastChangedAt, publications} = projectionOf(house, 'page')
  expect({lastReviewed, lastChangedAt, publications}).toEqual({
    lastReviewed: '2026-08-01',
    lastChangedAt: '2026-06-01T12:00:00.000Z',
    publications: [
      {_key: 'p0', at: '2026-06-01T12:00:00.000Z', digest: expect.any(String), changed: []},
    ],
  })
})

test('an address that comes back is no past address, and taking a page down changes no words', async () => {
  await publish({slug: {current: 'one'}})
  await publish({slug: {current: 'two'}})
  await publish({slug: {current: 'one'}}, house.people.sleep)
  expect(projectionOf(house, 'page')['pastSlugs']).toEqual(['two'])
  const before = projectionOf(house, 'page')['publications']
  await command(house, house.people.editor, 'withdraw', 'page', {reason: 'A look at the wording.'})
  expect(projectionOf(house, 'page')['publications']).toEqual(before)
})

test('a record that an earlier version wrote is written anew on the next day', async () => {
  await publish({slug: {current: 'calm'}})
  const {dataset} = house
  const {store} = dataset
  const record = store.document('review-page')
  if (record === null) throw new Error('no record')
  const {closure, publications, ...earlier} = record
  store.put(earlier as typeof record, 1, true)
  house.clock.time = '2026-06-02T12:00:00.000Z'
  dataset.tick()
  expect(projectionOf(house, 'page')).toMatchObject({closure, publications})
})

test('a page says whom it is about itself; what it shows does not say it', async () => {
  const reference = (_ref: string) => ({_type: 'reference', _ref})
  await house.dataset.mutate(house.operator, {
    mutations: [
      {create: {_id: 'adults', _type: 'population', name: 'Adults'}},
      {create: {_id: 'nurses', _type: 'population', name: 'Nurses'}},
      {create: {_id: 'trial', _type: 'evidenceSummary', population: reference('nurses')}},
    ],
  })
  await publish({population: reference('adults'), summary: reference('trial')} as never)
  const {populations, closure} = projectionOf(house, 'page')
  expect({populations, closure}).toEqual({
    populations: ['adults'],
    closure: ['adults', 'nurses', 'trial'].map((id) => ({_key: id, id})),
  })
})

test('what is derived is written again when it says something else, and with every record', async () => {
  const {dataset, people} = house
  const told: (readonly string[])[] = []
  const write = (title: string) =>
    dataset.mutate(people.editor, {mutations: [{createOrReplace: article('drafts.page', title)}]})
  await publish({})
  await write('A quiet evening')
  dataset.feed.subscribe(({changes}) => void told.push(changes.map(({id}) => id).toSorted()))
  await write('A quieter evening')
  await dataset.mutate(people.editor, {
    mutations: [{patch: {id: 'drafts.page', set: {summary: 'Dim the lights.'}}}],
  })
  await command(house, people.therapist, 'comment', 'page', {text: 'Warm?', blocking: false})
  expect(told).toEqual([
    ['drafts.page', 'progress.page'],
    ['drafts.page'],
    ['progress.page', 'review-page'],
  ])
})

test('what is derived tells whoever reads a page that what its draft shows has changed', async () => {
  const {dataset, people} = house
  const mutate = (...mutations: readonly JsonObject[]) => dataset.mutate(people.editor, {mutations})
  const shows = (_ref: string) => ({disclaimer: {_type: 'reference', _ref}})
  await publish({})
  await mutate(
    ...['asked', 'shown'].map((_id) => ({create: {_id, _type: 'disclaimer', text: 'One'}})),
    {create: {_id: 'drafts.asked', _type: 'disclaimer', text: 'One'}},
    {create: {...article('drafts.page', 'New'), ...shows('shown')}},
    {create: {...article('drafts.other'), ...shows('asked')}},
  )
  await command(house, people.editor, 'submit', 'other', {shared: ['asked']})
  const told: (readonly string[])[] = []
  dataset.feed.subscribe(({changes}) => void told.push(changes.map(({id}) => id).toSorted()))
  await mutate({patch: {id: 'shown', set: {text: 'Two'}}})
  for (const text of ['Two', 'Three']) await mutate({patch: {id: 'drafts.asked', set: {text}}})
  expect(told).toEqual([
    ['progress.page', 'shown'],
    ['drafts.asked', 'progress.other'],
    ['drafts.asked', 'progress.other'],
  ])
})

test('what is derived and filed elsewhere by somebody is filed anew, though it says the same', async () => {
  const {dataset, people} = house
  const write = (title: string) =>
    dataset.mutate(people.editor, {mutations: [{createOrReplace: article('drafts.page', title)}]})
  await publish({})
  await write('A quiet evening')
  const other = new DatabaseSync(dataset.store.file)
  other.exec(`update documents set base_id = 'other' where id = 'review-page'`)
  other.close()
  await dataset.serving.audit()
  expect(dataset.serving.withheld()).toEqual(['review-page'])
  await dataset.mutate(people.editor, {
    mutations: [{patch: {id: 'drafts.page', set: {summary: 'Dim the lights.'}}}],
  })
  expect(dataset.serving.withheld()).toEqual([])
  expect([...dataset.store.misfiled()].flat()).toEqual([])
})
