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
} from '../support/reviewedLake.ts'

let house: ReviewedLake
beforeEach(async () => {
  house = await openReviewedLake()
})
afterEach(async () => {
  expect(unsignedPages(house)).toEqual([])
  await house.close()
})

const release = (verb: string, fields: JsonObject = {}): JsonObject => ({
  actionType: `sanity.action.release.${verb}`,
  releaseId: 'r1',
  ...fields,
})
const intoRelease = (id: string, baseId = `drafts.${id}`): JsonObject => ({
  actionType: 'sanity.action.document.version.create',
  publishedId: id,
  baseId,
  versionId: `versions.r1.${id}`,
})
const discard = (versionId: string): JsonObject => ({
  actionType: 'sanity.action.document.version.discard',
  versionId,
})
const edit = (draftId: string, publishedId: string, set: JsonObject): JsonObject => ({
  actionType: 'sanity.action.document.edit',
  draftId,
  publishedId,
  patch: {set},
})

const act = (...actions: readonly JsonObject[]) => house.dataset.act(house.people.editor, {actions})
const mutate = (...mutations: readonly JsonObject[]) =>
  house.dataset.mutate(house.people.editor, {mutations})
const read = (id: string) => house.dataset.store.document(id)
const sign = (id: string, fields: JsonObject = {}) =>
  signOff(house, house.people.therapist, id, fields)
const stateOfRelease = () => read('_.releases.r1')?.['state']

/** A page that is signed as a draft, and its words in a release. */
async function signedIntoRelease(id: string, fields: JsonObject = {}): Promise<void> {
  await mutate({create: {...article(`drafts.${id}`), ...fields}})
  await sign(id)
  if (read('_.releases.r1') === null) await act(release('create'))
  await act(intoRelease(id))
}

/** At the next moment that the clock looks. */
function tickAt(time: string) {
  house.clock.time = time
  return house.dataset.tick().map(({name, outcome}) => [name, outcome])
}

test('words that were signed as a draft go live in a release', async () => {
  await signedIntoRelease('one')
  await act(discard('drafts.one'))
  expect(kindsOf(house, 'one')).toEqual(['signedOff'])
  await act(release('publish'))
  expect([read('one')?.['title'], stateOfRelease()]).toEqual(['A calm evening', 'published'])
  expect(projectionOf(house, 'one')).toMatchObject({stage: 'published', live: true})
  expect(kindsOf(house, 'one')).toEqual(['signedOff', 'published'])
})

test('one page that nobody signed keeps the whole release back', async () => {
  await signedIntoRelease('one')
  await mutate({create: article('drafts.two', 'Nobody read this')})
  await act(intoRelease('two'))
  expect(await refusalOf(act(release('publish')))).toEqual(['signOffMissing'])
  const message = await act(release('publish')).catch((error: unknown) => String(error))
  expect(message).toMatch(/^LakeError: “Nobody read this”: /)
  expect([read('one'), read('two'), stateOfRelease()]).toEqual([null, null, 'active'])
  expect(house.dataset.store.ledger('two')[0]).toMatchObject({
    kind: 'refused',
    body: {door: 'sanity.action.release.publish', codes: ['signOffMissing']},
  })
})

test('a sign-off dies with the last place that holds its words', async () => {
  await signedIntoRelease('one')
  await act(edit('drafts.one', 'one', {summary: 'Other words.'}))
  expect(kindsOf(house, 'one')).toEqual(['signedOff'])
  await act(edit('versions.r1.one', 'one', {summary: 'Still other words.'}))
  expect(kindsOf(house, 'one')).toEqual(['signedOff', 'voided'])
  expect(await refusalOf(act(release('publish')))).toEqual(['signOffMissing'])
})

test('archiving a release ends the sign-offs whose words were there alone', async () => {
  await signedIntoRelease('one')
  await act(discard('drafts.one'))
  await act(release('archive'))
  expect(kindsOf(house, 'one')).toEqual(['signedOff', 'voided'])
  await act(release('unarchive'))
  expect(read('versions.r1.one')?.['title']).toBe('A calm evening')
  expect(await refusalOf(act(release('publish')))).toEqual(['signOffMissing', 'signOffUnusable'])
})

test('words from a release can be signed as a draft', async () => {
  await act(release('create'))
  await mutate({create: {...article('versions.r1.one')}})
  await act({...intoRelease('one', 'versions.r1.one'), versionId: 'drafts.one'})
  await sign('one')
  await act(discard('drafts.one'))
  await act(release('publish'))
  expect(read('one')?.['title']).toBe('A calm evening')
})

test('a reviewer’s own words in a release stay theirs, whoever copies them into the draft', async () => {
  const {dataset, people} = house
  await act(release('create'))
  await dataset.mutate(people.therapist, {mutations: [{create: article('versions.r1.one')}]})
  await act({...intoRelease('one', 'versions.r1.one'), versionId: 'drafts.one'})
  expect(await refusalOf(sign('one'))).toEqual(['wroteTheWords'])
})

describe('a scheduled release', () => {
  const moment = '2026-06-02T12:00:00.000Z'
  const schedule = release('schedule', {publishAt: moment})

  test('goes live when everything in it is signed by then', async () => {
    await mutate({create: article('drafts.one')})
    await act(release('create'), intoRelease('one'), schedule)
    await sign('one')
    expect(tickAt(moment)).toContainEqual(['release.clock.publish', 'done'])
    expect(house.dataset.store.ledger('one').at(-1)).toMatchObject({
      kind: 'published',
      actor: house.people.editor.userId,
    })
    expect(projectionOf(house, 'one')).toMatchObject({stage: 'published', live: true})
  })

  test('stays where it is when something in it is not signed, and says so', async () => {
    await signedIntoRelease('one')
    await mutate({create: article('drafts.two', 'Nobody read this')})
    await act(intoRelease('two'), schedule)
    expect(tickAt(moment)).toContainEqual(['release.clock.publish', 'refused'])
    expect([read('one'), read('two'), read('versions.r1.one')?.['title']]).toEqual([
      null,
      null,
      'A calm evening',
    ])
    expect(read('_.releases.r1')).toMatchObject({
      state: 'active',
      publishAt: null,
      error: {message: expect.stringContaining('sign')},
    })
    expect(house.dataset.store.ledger('two')).toMatchObject([
      {kind: 'refused', body: {door: 'release.clock.publish', codes: ['signOffMissing']}},
    ])
    expect(tickAt('2026-06-02T12:01:00.000Z')).toEqual([])
  })

  test.each<[string, () => Promise<unknown>]>([
    [
      'a sign-off is revoked',
      () => command(house, house.people.therapist, 'revoke', 'one', {reason: 'I was wrong.'}),
    ],
    [
      'what it shows changes',
      () => mutate({patch: {id: 'disclaimer', set: {text: 'No need to ask.'}}}),
    ],
    [
      'a reviewer asks for changes',
      () =>
        command(house, house.people.therapist, 'requestChanges', 'one', {note: 'Say for whom.'}),
    ],
  ])('does not go live when %s meanwhile', async (_what, meanwhile) => {
    await mutate({create: {_id: 'disclaimer', _type: 'disclaimer', text: 'Ask.'}})
    await signedIntoRelease('one', {disclaimer: {_type: 'reference', _ref: 'disclaimer'}})
    await command(house, house.people.editor, 'submit', 'one')
    await act(schedule)
    await meanwhile()
    expect(tickAt(moment)).toContainEqual(['release.clock.publish', 'refused'])
    expect([read('one'), stateOfRelease()]).toEqual([null, 'active'])
  })

  test('does not go live by somebody who may not publish by then', async () => {
    await signedIntoRelease('one')
    await act(schedule)
    house.lake.accounts.setRole(house.people.editor.userId, 'viewer')
    expect(tickAt(moment)).toContainEqual(['release.clock.publish', 'refused'])
    expect(read('one')).toBeNull()
  })
})

describe('with a shared document', () => {
  const disclaimer = {_type: 'reference', _ref: 'disclaimer'}
  const other = {_id: 'drafts.disclaimer', _type: 'disclaimer', text: 'Ask a doctor or a nurse.'}

  /** Asked for and signed with the draft of the disclaimer. */
  async function signAsItWillBe(id: string): Promise<void> {
    const shared = ['disclaimer']
    await command(house, house.people.editor, 'submit', id, {shared})
    await sign(id, {shared})
  }

  beforeEach(async () => {
    await mutate({create: {_id: 'disclaimer', _type: 'disclaimer', text: 'Ask a clinician.'}})
    await act(release('create'))
  })

  test('a page goes live with it, signed as both will be', async () => {
    await mutate({create: {...article('drafts.one'), disclaimer}}, {create: other})
    await signAsItWillBe('one')
    await act(intoRelease('one'), intoRelease('disclaimer'))
    await act(discard('drafts.one'), discard('drafts.disclaimer'))
    expect(kindsOf(house, 'one')).toEqual(['submitted', 'signedOff'])
    await act(release('publish'))
    expect([read('one')?.['title'], read('disclaimer')?.['text']]).toEqual([
      'A calm evening',
      other.text,
    ])
  })

  test('live pages that show it must be signed as they will be', async () => {
    await mutate({create: {...article('drafts.one'), disclaimer}})
    await sign('one')
    await act(publishAction('one'))
    await mutate({create: other})
    await act(intoRelease('disclaimer'))
    expect(await refusalOf(act(release('publish')))).toEqual(['pagesNeedSignOff'])
    await signAsItWillBe('one')
    await act(release('publish'))
    expect(read('disclaimer')?.['text']).toBe(other.text)
  })

  test('a page that was signed with other words of it does not go live', async () => {
    await mutate({create: {...article('drafts.one'), disclaimer}}, {create: other})
    await sign('one')
    await act(intoRelease('one'), intoRelease('disclaimer'))
    expect(await refusalOf(act(release('publish')))).toEqual(['signOffMissing', 'signOffUnusable'])
    expect(read('disclaimer')?.['text']).toBe('Ask a clinician.')
  })
})

test('a release takes a page down', async () => {
  await mutate({create: article('drafts.one')})
  await sign('one')
  await act(publishAction('one'), release('create'))
  await act({
    actionType: 'sanity.action.document.version.unpublish',
    publishedId: 'one',
    versionId: 'versions.r1.one',
  })
  await act(release('publish'))
  expect([read('one'), read('versions.r1.one'), read('drafts.one')?.['title']]).toEqual([
    null,
    null,
    'A calm evening',
  ])
  expect(kindsOf(house, 'one').slice(-1)).toEqual(['unpublished'])
})
