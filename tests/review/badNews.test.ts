import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {type JsonObject} from '../../lake/document.ts'
import {
  article,
  command,
  kindsOf,
  openReviewedLake,
  projectionOf,
  publishAction,
  refusalOf,
  type ReviewedLake,
  signOff,
  unsignedPages,
  verify,
} from '../support/reviewedLake.ts'

let house: ReviewedLake

const checked = {_type: 'retractionCheck', status: 'noneFound', checkedOn: '2026-05-30'}
const cites = {_type: 'reference', _ref: 'trial'}

beforeEach(async () => {
  house = await openReviewedLake()
  const {dataset, people} = house
  await dataset.mutate(people.editor, {
    mutations: [
      {create: {_id: 'trial', _type: 'researchCitation', title: 'A trial', retraction: checked}},
      {create: {...article('drafts.plain'), source: cites}},
      {create: {...article('drafts.pain'), source: cites, topics: ['painMusculoskeletal']}},
      {create: {...article('drafts.alone', 'Without sources')}},
    ],
  })
  for (const id of ['plain', 'pain', 'alone']) {
    await signOff(house, people.therapist, id)
    await dataset.act(people.editor, {actions: [publishAction(id)]})
  }
})
afterEach(async () => {
  expect(unsignedPages(house)).toEqual([])
  await house.close()
})

const editTrial = (set: JsonObject) =>
  house.dataset.mutate(house.people.editor, {mutations: [{patch: {id: 'trial', set}}]})

const marksOf = (id: string) => {
  const {marks, indexed, stage} = projectionOf(house, id)
  return {marks: (marks as readonly JsonObject[]).map(({_key, ...mark}) => mark), indexed, stage}
}

describe('what is told of a work', () => {
  const told = () => {
    const {retracted, pages} = house.dataset.read(house.people.editor, 'rendering', 'trial') as {
      readonly retracted: boolean
      readonly pages: readonly JsonObject[]
    }
    return {
      retracted,
      pages: pages.map(({id, live, signedDraft, onRetraction, retraction}) => [
        id,
        live,
        signedDraft,
        onRetraction,
        retraction,
      ]),
    }
  }

  test('is what would happen to pages that show it, and which drafts of them are signed', async () => {
    const {dataset, people} = house
    await dataset.mutate(people.editor, {
      mutations: [
        {create: {...article('drafts.signed', 'Not live yet'), source: cites}},
        {create: {...article('drafts.unsigned', 'Nobody signed this'), source: cites}},
      ],
    })
    await signOff(house, people.therapist, 'signed')
    expect(told()).toEqual({
      retracted: false,
      pages: [
        ['pain', true, false, 'deindex', null],
        ['plain', true, false, 'mark', null],
        ['signed', false, true, 'none', null],
        ['unsigned', false, false, 'none', null],
      ],
    })
  })

  test('is what was done to them, once it is retracted', async () => {
    await editTrial({'retraction.status': 'retracted'})
    await house.dataset.mutate(house.people.editor, {
      mutations: [{create: {...article('drafts.later', 'Later'), source: cites}}],
    })
    const {retracted, pages} = told()
    expect(retracted).toBe(true)
    expect(pages.map(([id, , , , retraction]) => [id, retraction])).toEqual([
      ['later', null],
      ['pain', 'deindex'],
      ['plain', 'mark'],
    ])
  })
})

describe('a retraction', () => {
  const retracted = {'retraction.status': 'retracted', 'retraction.noticeDate': '2026-05-31'}

  test('takes effect at once, on each page by its risk', async () => {
    await editTrial(retracted)
    const mark = {at: '2026-06-01T12:00:00.000Z', trigger: 'workRetracted'}
    expect(marksOf('plain')).toEqual({
      marks: [{...mark, consequence: 'mark'}],
      indexed: true,
      stage: 'published',
    })
    expect(marksOf('pain')).toEqual({
      marks: [{...mark, consequence: 'deindex'}],
      indexed: false,
      stage: 'published',
    })
    expect(marksOf('alone')).toEqual({marks: [], indexed: true, stage: 'published'})
    expect(kindsOf(house, 'plain')).toEqual(['signedOff', 'published', 'carried', 'marked'])
  })

  test('is no way to change other words, or to say anything', async () => {
    const tries: readonly JsonObject[] = [
      {...retracted, title: 'A trial that proves it all'},
      {...retracted, 'retraction.reason': 'Buy our oil'},
      {...retracted, 'retraction.noticeDoi': 'see our shop'},
      {...retracted, 'retraction.checkedOn': 'yesterday'},
      {...retracted, 'retraction.source': 'my cousin'},
      {...retracted, 'retraction.extra': 'words'},
      {'retraction.status': 'reinstated'},
      {title: 'A better trial'},
    ]
    for (const set of tries) {
      expect(await refusalOf(editTrial(set))).toEqual(['pagesNeedSignOff'])
    }
  })

  test('cannot be taken back without those who sign', async () => {
    await editTrial(retracted)
    const back = await refusalOf(editTrial({'retraction.status': 'noneFound'}))
    expect(back).toEqual(['pagesNeedSignOff'])
  })

  test('ends what was signed and not yet published, and nothing new is published on it', async () => {
    const {dataset, people} = house
    await dataset.mutate(people.editor, {
      mutations: [{create: {...article('drafts.next', 'Next'), source: cites}}],
    })
    await signOff(house, people.therapist, 'next')
    await editTrial(retracted)
    expect(await refusalOf(signOff(house, people.sleep, 'next'))).toEqual(['citationRetracted'])
    const publish = dataset.act(people.editor, {actions: [publishAction('next')]})
    expect(await refusalOf(publish)).toEqual([
      'citationRetracted',
      'signOffMissing',
      'signOffUnusable',
    ])
  })
})

test('looking again without news carries the sign-offs on', async () => {
  const {dataset, people} = house
  await dataset.mutate(people.editor, {
    mutations: [{create: {...article('drafts.next', 'Next'), source: cites}}],
  })
  await signOff(house, people.therapist, 'next')
  await editTrial({'retraction.checkedOn': '2026-06-01'})
  expect(marksOf('plain')).toEqual({marks: [], indexed: true, stage: 'published'})
  await dataset.act(people.editor, {actions: [publishAction('next')]})
})

describe('a page with much at stake', () => {
  test('is published only while somebody has looked lately whether its sources stand', async () => {
    const {dataset, people, clock} = house
    await dataset.mutate(people.editor, {
      mutations: [
        {create: {...article('drafts.next'), source: cites, topics: ['painMusculoskeletal']}},
      ],
    })
    clock.time = '2026-06-20T12:00:00.000Z'
    await signOff(house, people.therapist, 'next')
    const publish = () => dataset.act(people.editor, {actions: [publishAction('next')]})
    expect(await refusalOf(publish())).toEqual(['citationUnchecked'])
    await editTrial({'retraction.checkedOn': '2026-06-20'})
    await publish()
  })
})

describe('bad news about a credential', () => {
  const suspend = () =>
    command(house, house.people.registrar, 'suspendCredential', 'credential.therapist', {
      reason: 'The board told us.',
    })

  test('acts on the pages that rest on it, by risk, and is mended by a new check', async () => {
    const {people} = house
    await suspend()
    expect(marksOf('plain').marks).toMatchObject([
      {trigger: 'credentialSuspended', consequence: 'mark'},
    ])
    expect(marksOf('pain')).toMatchObject({indexed: false})
    await verify(house, 'credential.therapist', '2026-06-01')
    expect(marksOf('plain')).toEqual({marks: [], indexed: true, stage: 'published'})
    expect(marksOf('pain')).toEqual({marks: [], indexed: true, stage: 'published'})
    await signOff(house, people.therapist, 'plain')
  })

  test('takes down what is too risky to stay, with its words kept', async () => {
    const {dataset, people} = house
    await command(house, people.registrar, 'revokeCredential', 'credential.therapist', {
      reason: 'Struck off.',
    })
    expect(dataset.store.document('pain')).toBeNull()
    expect(dataset.store.document('drafts.pain')?.['topics']).toEqual(['painMusculoskeletal'])
    expect(dataset.store.document('plain')).not.toBeNull()
    expect(projectionOf(house, 'pain')).toMatchObject({stage: 'withdrawn', live: false})
    expect(await refusalOf(verify(house, 'credential.therapist', '2026-06-01'))).toEqual([
      'alreadyRevoked',
    ])
  })

  test('does nothing to a page that stands on another signature as well', async () => {
    const {people} = house
    await signOff(house, people.sleep, 'plain')
    await suspend()
    expect(marksOf('plain')).toEqual({marks: [], indexed: true, stage: 'published'})
  })

  test('is lifted from a page by a full review', async () => {
    const {people, clock} = house
    await suspend()
    clock.time = '2026-06-02T12:00:00.000Z'
    await signOff(house, people.sleep, 'plain')
    expect(marksOf('plain')).toEqual({marks: [], indexed: true, stage: 'published'})
  })
})

test('nobody changes what they hold, whatever their role', async () => {
  const {dataset, people} = house
  const holder = {...people.registrar, personId: 'person-therapist'}
  const attempt = dataset.mutate(holder, {
    mutations: [{patch: {id: 'credential.therapist', set: {expires: '2040-01-01'}}}],
  })
  expect(await refusalOf(attempt)).toEqual(['holderChangesCredential'])
})

test('one number serves one person', async () => {
  const {dataset, people, operator} = house
  const number = dataset.store.document('credential.therapist')?.['number'] ?? ''
  await dataset.mutate(operator, {
    mutations: [
      {
        create: {
          ...dataset.store.document('credential.therapist'),
          _id: 'credential.second',
          holder: {_type: 'reference', _ref: 'person-uncredentialed'},
          number: ` ${String(number).toLowerCase()}`,
        },
      },
    ],
  })
  expect(await refusalOf(verify(house, 'credential.second', '2026-06-01'))).toEqual([
    'credentialUnusable',
  ])
  expect(await refusalOf(signOff(house, people.therapist, 'alone'))).toEqual(['credentialUnusable'])
})

test('a registrar verifies what they looked at', async () => {
  const {dataset, people, operator} = house
  const seen = (dataset.read(people.registrar, 'review', 'credential.sleep') as JsonObject)[
    'digest'
  ]
  await dataset.mutate(operator, {
    mutations: [{patch: {id: 'credential.sleep', set: {discipline: 'Sleep'}}}],
  })
  const attempt = command(house, people.registrar, 'verifyCredential', 'credential.sleep', {
    digest: seen,
    method: 'publicRegister',
    sourceUrl: 'https://example.org',
    checkedOn: '2026-06-01',
  })
  expect(await refusalOf(attempt)).toEqual(['contentChanged'])
})

test('a warning that a page shows counts among its topics, whatever its own words say', async () => {
  const {dataset, people} = house
  await dataset.mutate(people.editor, {
    mutations: [
      {
        create: {
          _id: 'clot',
          _type: 'contraindication',
          name: 'Swollen calf',
          riskTopics: ['clottingCardiovascular', 'contraindicationsGeneral'],
        },
      },
      {create: {...article('drafts.warns'), safety: [{_type: 'reference', _ref: 'clot'}]}},
    ],
  })
  expect(projectionOf(house, 'warns')).toMatchObject({
    riskClass: 'R4',
    topics: ['clottingCardiovascular', 'sleepHealthGeneral'],
  })
})

test('a credential that was decided on is not deleted', async () => {
  const {dataset, people} = house
  const attempt = dataset.mutate(people.administrator, {
    mutations: [{delete: {id: 'credential.therapist'}}],
  })
  expect(await refusalOf(attempt)).toEqual(['credentialOnRecord'])
})

test('guessing a password is on record, and strangers who guess keep nobody from signing', async () => {
  const {lake, dataset, people} = house
  for (let guess = 0; guess < 6; guess++) {
    await lake.accounts.login('therapist@example.org', 'wrong').catch(() => {})
  }
  await signOff(house, people.therapist, 'alone')
  for (let guess = 0; guess < 5; guess++) {
    await signOff(house, people.sleep, 'alone', {password: 'wrong'}).catch(() => {})
  }
  expect(await refusalOf(signOff(house, people.sleep, 'alone'))).toEqual(['tooManyRequests'])
  expect(dataset.store.ledger('alone').at(-1)?.body).toEqual({
    door: 'review.action.signOff',
    codes: ['tooManyRequests'],
  })
})
