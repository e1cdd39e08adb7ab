import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {type JsonObject} from '../../lake/document.ts'
import {
  article,
  command,
  kindsOf,
  openReviewedLake,
  password,
  type Person,
  progressOf,
  projectionOf,
  publishAction,
  refusalOf,
  type ReviewedLake,
  signOff,
} from '../support/reviewedLake.ts'

let house: ReviewedLake

beforeEach(async () => {
  house = await openReviewedLake()
  await house.dataset.mutate(house.people.editor, {mutations: [{create: article('drafts.page')}]})
})
afterEach(() => house.close())

const therapist = {personId: 'person-therapist', name: 'therapist'}
const sleep = {personId: 'person-sleep', name: 'sleep'}

describe('a request', () => {
  test('says for whom, by when and why, and the worklist shows it', async () => {
    const {people} = house
    await command(house, people.editor, 'submit', 'page', {
      to: 'person-sleep',
      due: '2026-06-10',
      note: 'Please check the second part.',
    })
    expect(progressOf(house, 'page')['request']).toEqual({
      by: 'person-editor',
      byName: 'editor',
      at: '2026-06-01T12:00:00.000Z',
      note: 'Please check the second part.',
      to: sleep,
      due: '2026-06-10',
      claimedBy: null,
      shared: [],
    })
    expect(progressOf(house, 'page')['stage']).toBe('inReview')
    expect(progressOf(house, 'page')['signers']).toEqual([
      {_key: 'person-sleep', ...sleep},
      {_key: 'person-therapist', ...therapist},
    ])
  })

  test('is claimed by one of those who may sign, and passed on to another', async () => {
    const {people} = house
    await command(house, people.editor, 'submit', 'page')
    await command(house, people.therapist, 'claim', 'page')
    expect(progressOf(house, 'page')['request']).toMatchObject({to: null, claimedBy: therapist})
    expect(await refusalOf(command(house, people.sleep, 'claim', 'page'))).toEqual([
      'claimedByOther',
    ])
    await command(house, people.therapist, 'delegate', 'page', {to: 'person-sleep'})
    expect(progressOf(house, 'page')['request']).toMatchObject({to: sleep, claimedBy: null})
    await command(house, people.editor, 'cancelRequest', 'page')
    expect(progressOf(house, 'page')['request']).toBeUndefined()
    expect(kindsOf(house, 'page')).toEqual([
      'submitted',
      'claimed',
      'refused',
      'delegated',
      'requestCancelled',
    ])
  })

  test('goes to nobody who could not sign', async () => {
    const {people} = house
    const to = (personId: string) =>
      refusalOf(command(house, people.editor, 'submit', 'page', {to: personId}))
    expect(await to('person-uncredentialed')).toEqual(['assigneeUnable'])
    expect(await to('person-nobody')).toEqual(['assigneeUnable'])
    expect(await refusalOf(command(house, people.uncredentialed, 'claim', 'page'))).toEqual([
      'notInReview',
      'credentialMissing',
    ])
  })

  test('is not public, though the record of a live page is', async () => {
    const {dataset, people} = house
    await command(house, people.editor, 'submit', 'page', {note: 'secret'})
    const readers = {kind: 'anonymous'} as const
    const {result} = await dataset.query(readers, {
      query: `*[_type in ["reviewProgress", "review"]]._id`,
      params: {},
      perspective: 'raw',
    })
    expect(result).toEqual([])
  })
})

describe('a no', () => {
  test('stays until it is answered, and a refusal does not give way to another reviewer', async () => {
    const {dataset, people} = house
    await command(house, people.sleep, 'refuse', 'page', {reason: 'This promises a cure.'})
    expect(progressOf(house, 'page')).toMatchObject({
      stage: 'changesRequested',
      objection: {kind: 'refused', name: 'sleep', note: 'This promises a cure.'},
    })
    expect(await refusalOf(signOff(house, people.therapist, 'page'))).toEqual(['refused'])
    expect(await refusalOf(command(house, people.editor, 'submit', 'page'))).toEqual([
      'answerMissing',
    ])
    await command(house, people.editor, 'submit', 'page', {note: 'It no longer does.'})
    expect(dataset.store.ledger('page').at(-1)?.body).toMatchObject({
      answers: dataset.store.ledger('page').find(({kind}) => kind === 'refusedToSign')?.seq,
    })
    await signOff(house, people.therapist, 'page')
    await dataset.act(people.editor, {actions: [publishAction('page')]})
    expect(projectionOf(house, 'page')['stage']).toBe('published')
  })

  test('of somebody who stepped back is about them, not about the words', async () => {
    const {people} = house
    await command(house, people.editor, 'submit', 'page', {to: 'person-sleep'})
    await command(house, people.sleep, 'recuse', 'page', {reason: 'I sell this service.'})
    expect(progressOf(house, 'page')['request']).toMatchObject({to: null})
    expect(progressOf(house, 'page')['signers']).toEqual([{_key: 'person-therapist', ...therapist}])
    expect(await refusalOf(signOff(house, people.sleep, 'page'))).toEqual(['recused'])
    await signOff(house, people.therapist, 'page')
    await command(house, people.therapist, 'recuse', 'page', {reason: 'My sister wrote it.'})
    const publish = house.dataset.act(people.editor, {actions: [publishAction('page')]})
    expect(await refusalOf(publish)).toEqual(['signOffMissing', 'signOffUnusable'])
  })
})

describe('a comment', () => {
  const remark = {path: 'summary', quote: 'put screens away', text: 'For how long?'}

  test('that blocks holds the publication until it is settled', async () => {
    const {dataset, people} = house
    await command(house, people.sleep, 'comment', 'page', {...remark, blocking: true})
    await signOff(house, people.therapist, 'page')
    expect(progressOf(house, 'page')).toMatchObject({blockingComments: 1, openComments: 1})
    const publish = () => dataset.act(people.editor, {actions: [publishAction('page')]})
    expect(await refusalOf(publish())).toEqual(['commentsOpen'])
    const resolve = (who: keyof typeof people) =>
      command(house, people[who], 'resolveComment', 'page', {
        comment: dataset.store.ledger('page').find(({kind}) => kind === 'commented')?.seq ?? 0,
        answer: 'An hour.',
      })
    expect(await refusalOf(resolve('editor'))).toEqual([
      'roleMissing',
      'wroteTheWords',
      'credentialMissing',
    ])
    await resolve('sleep')
    await publish()
  })

  test('is settled by its author’s own signature', async () => {
    const {dataset, people} = house
    await command(house, people.sleep, 'comment', 'page', {...remark, blocking: true})
    await signOff(house, people.sleep, 'page')
    await dataset.act(people.editor, {actions: [publishAction('page')]})
    expect(progressOf(house, 'page')).toMatchObject({openComments: 0, blockingComments: 0})
  })

  test.each<[string, JsonObject, string]>([
    [
      'at a place that is not there',
      {path: 'sections[_key=="a"].body'},
      'There is nothing at "sections[_key=="a"].body" to comment on. Give the path of something that is there, or none for the whole document.',
    ],
    [
      'at a path that leads nowhere',
      {path: 'summary['},
      'There is nothing at "summary[" to comment on. Give the path of something that is there, or none for the whole document.',
    ],
    [
      'on words that do not stand there',
      {path: 'title', quote: 'put screens away'},
      '"put screens away" does not stand at "title". Quote words as they stand there now, or none for the whole place.',
    ],
    [
      'on words that stand nowhere',
      {quote: 'always cures'},
      '"always cures" does not stand in this document. Quote words as they stand there now, or none for the whole place.',
    ],
    [
      'on more words than a sentence can repeat',
      {path: 'title', quote: 'x'.repeat(1_000)},
      `"${'x'.repeat(80)}…" does not stand at "title". Quote words as they stand there now, or none for the whole place.`,
    ],
  ])('%s is not taken', async (_name, place, message) => {
    const {dataset, people} = house
    const records = dataset.store.ledgerHead()
    const fields = {text: 'For how long?', blocking: false, ...place}
    await expect(command(house, people.sleep, 'comment', 'page', fields)).rejects.toMatchObject({
      code: 'malformedRequest',
      message,
    })
    expect(dataset.store.ledgerHead()).toEqual(records)
  })

  test.each<[string, JsonObject]>([
    ['the whole document', {}],
    ['a place', {path: 'summary'}],
    ['words anywhere', {quote: 'A calm evening'}],
    ['words broken as on screen', {path: 'summary', quote: 'Dim the\nlights  and'}],
  ])('is about %s', async (_name, place) => {
    const {people} = house
    const fields = {text: 'For how long?', blocking: false, ...place}
    await command(house, people.sleep, 'comment', 'page', fields)
    expect(progressOf(house, 'page')['openComments']).toBe(1)
  })

  test('is about live words too, and about a field that was signed and is gone', async () => {
    const {dataset, people} = house
    await signOff(house, people.therapist, 'page')
    await dataset.act(people.editor, {actions: [publishAction('page')]})
    await dataset.mutate(people.editor, {
      mutations: [{create: {_id: 'drafts.page', _type: 'article', title: 'A calmer evening'}}],
    })
    const comment = (place: JsonObject) =>
      command(house, people.sleep, 'comment', 'page', {text: 'Why?', blocking: false, ...place})
    await comment({path: 'title', quote: 'calmer'})
    await comment({path: 'summary', quote: 'Dim the lights'})
    await dataset.act(people.editor, {
      actions: [
        {
          actionType: 'sanity.action.document.unpublish',
          publishedId: 'page',
          draftId: 'drafts.page',
        },
      ],
    })
    await comment({path: 'summary'})
    expect(await refusalOf(comment({path: 'subtitle'}))).toEqual(['malformedRequest'])
    expect(progressOf(house, 'page')['openComments']).toBe(3)
  })

  test('of an editor never blocks', async () => {
    const {people} = house
    const attempt = command(house, people.editor, 'comment', 'page', {...remark, blocking: true})
    expect(await refusalOf(attempt)).toEqual(['roleMissing'])
  })
})

describe('a signature', () => {
  test('keeps what was found, what changed since the last one and what was not opened', async () => {
    const {dataset, people} = house
    await signOff(house, people.therapist, 'page', {opened: ['title']})
    // Before anybody has signed, everything is new.
    expect(dataset.store.ledger('page').at(-1)?.body).toMatchObject({
      changedFields: [],
      unopened: ['summary'],
    })
    await dataset.mutate(people.editor, {
      mutations: [{patch: {id: 'drafts.page', set: {title: 'A calmer evening', seo: {a: 'b'}}}}],
    })
    await signOff(house, people.therapist, 'page', {
      notes: 'Mind the comma.',
      checklist: {accuracy: 'yes', safetyComplete: 'notApplicable', made: 'up'},
      opened: ['title'],
    })
    expect(dataset.store.ledger('page').at(-1)?.body).toMatchObject({
      meaning: 'approvedWithNotes',
      notes: 'Mind the comma.',
      checklist: {accuracy: 'yes', safetyComplete: 'notApplicable'},
      changedFields: ['seo', 'title'],
      unopened: ['seo'],
      documentId: 'drafts.page',
      policyVersion: '2026-11-24',
    })
  })

  test('is not given to what was found wanting', async () => {
    const attempt = signOff(house, house.people.therapist, 'page', {checklist: {accuracy: 'no'}})
    expect(await refusalOf(attempt)).toEqual(['checklistFailed'])
  })

  test('renews the date of unchanged live words, and of nothing else', async () => {
    const {dataset, people, clock} = house
    const renew = () => renewal(people.sleep)
    expect(await refusalOf(renew())).toEqual(['notLive'])
    await signOff(house, people.therapist, 'page')
    await dataset.act(people.editor, {actions: [publishAction('page')]})
    clock.time = '2026-09-01T12:00:00.000Z'
    await renew()
    expect(projectionOf(house, 'page')).toMatchObject({
      lastReviewed: '2026-09-01',
      stage: 'published',
    })
    await dataset.mutate(people.editor, {
      mutations: [{createOrReplace: article('drafts.page', 'Other words')}],
    })
    expect(await refusalOf(renew())).toEqual(['draftPending'])
  })
})

describe('a fresh review of live words', () => {
  beforeEach(async () => {
    await signOff(house, house.people.therapist, 'page')
    await house.dataset.act(house.people.editor, {actions: [publishAction('page')]})
    house.clock.time = '2026-06-02T12:00:00.000Z'
  })

  test('is asked for, signed, and thereby answered, and lifts what a review can lift', async () => {
    const {people} = house
    const reason = 'The board told us.'
    await command(house, people.registrar, 'suspendCredential', 'credential.therapist', {reason})
    expect(progressOf(house, 'page')).toMatchObject({
      stage: 'published',
      marks: [{trigger: 'credentialSuspended'}],
    })
    house.clock.time = '2026-06-03T12:00:00.000Z'
    await command(house, people.editor, 'submit', 'page', {note: 'Please stand in for her.'})
    expect(progressOf(house, 'page')).toMatchObject({
      stage: 'inReview',
      live: true,
      request: {note: 'Please stand in for her.'},
      signers: [{personId: 'person-sleep'}],
      marks: [{trigger: 'credentialSuspended'}],
    })
    expect(await refusalOf(command(house, people.editor, 'submit', 'page'))).toEqual([
      'alreadyInReview',
    ])
    house.clock.time = '2026-06-04T12:00:00.000Z'
    await renewal(people.sleep)
    expect(progressOf(house, 'page')).toMatchObject({stage: 'published', marks: []})
    expect(progressOf(house, 'page')['request']).toBeUndefined()
    expect(projectionOf(house, 'page')).toMatchObject({
      stage: 'published',
      lastReviewed: '2026-06-04',
    })
  })

  test('may end in a no, which the editor answers', async () => {
    const {people} = house
    await command(house, people.editor, 'submit', 'page')
    await command(house, people.sleep, 'requestChanges', 'page', {note: 'Name the trial.'})
    expect(progressOf(house, 'page')).toMatchObject({stage: 'changesRequested', live: true})
    expect(await refusalOf(renewal(people.sleep))).toEqual(['changesRequested'])
    await command(house, people.editor, 'submit', 'page', {note: 'There is none: it says so.'})
    house.clock.time = '2026-06-03T12:00:00.000Z'
    await renewal(people.sleep)
    expect(progressOf(house, 'page')['stage']).toBe('published')
  })

  test('leaves a draft that comes after it a draft', async () => {
    const {dataset, people} = house
    await command(house, people.editor, 'submit', 'page')
    house.clock.time = '2026-06-03T12:00:00.000Z'
    await renewal(people.sleep)
    await dataset.mutate(people.editor, {
      mutations: [{createOrReplace: article('drafts.page', 'Other words')}],
    })
    expect(progressOf(house, 'page')['request']).toBeUndefined()
    expect(progressOf(house, 'page')['stage']).toBe('published')
  })
})

test('a page that waits for somebody who can no longer sign it says so, and goes to another', async () => {
  const {people} = house
  await command(house, people.editor, 'submit', 'page', {to: 'person-therapist'})
  expect(codesOf('page')).toEqual(['signOffMissing'])
  const reason = 'The board told us.'
  await command(house, people.registrar, 'suspendCredential', 'credential.therapist', {reason})
  expect(codesOf('page')).toEqual(['signOffMissing', 'holderUnable'])
  await command(house, people.sleep, 'claim', 'page')
  expect(codesOf('page')).toEqual(['signOffMissing'])
})

test('the worklist keeps up with credentials that expire while a page waits', async () => {
  const {people} = house
  await command(house, people.editor, 'submit', 'page', {to: 'person-therapist'})
  house.clock.time = '2027-01-02T12:00:00.000Z'
  house.dataset.tick()
  expect(progressOf(house, 'page')['signers']).toEqual([])
  expect(codesOf('page')).toEqual(['signOffMissing', 'holderUnable'])
  const before = house.dataset.store.ledger('page').length
  house.clock.time = '2027-01-03T12:00:00.000Z'
  house.dataset.tick()
  expect(house.dataset.store.ledger('page').length).toBe(before)
})

test('a page says how many people and which specialists it takes, and whom nobody here is', async () => {
  const {dataset, people} = house
  expect(progressOf(house, 'page')).toMatchObject({peopleNeeded: 1, lacks: []})
  await dataset.mutate(people.editor, {
    mutations: [{create: {...article('drafts.grave', 'Massage after cancer'), topics: ['cancer']}}],
  })
  expect(progressOf(house, 'grave')).toMatchObject({
    riskClass: 'R4',
    peopleNeeded: 2,
    lacks: ['an oncologist'],
  })
})

function codesOf(id: string): readonly unknown[] {
  const blockers = progressOf(house, id)['blockers'] as readonly {readonly code: string}[]
  return blockers.map(({code}) => code)
}

/** The same live words once more. */
function renewal(who: Person) {
  const {digest, closureDigest, attestation} = house.dataset.read(
    who,
    'review',
    'page',
  ) as unknown as {digest: string; closureDigest: string; attestation: {id: string}}
  return command(house, who, 'renew', 'page', {
    digest,
    closureDigest,
    attestation: attestation.id,
    conflictOfInterest: 'none',
    password,
  })
}
