import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {type JsonObject} from '../../lake/document.ts'
import {
  article,
  command,
  kindsOf,
  openReviewedLake,
  progressOf,
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
  await house.dataset.mutate(house.people.editor, {mutations: [{create: article('drafts.page')}]})
  await signOff(house, house.people.therapist, 'page')
})
afterEach(async () => {
  expect(unsignedPages(house)).toEqual([])
  await house.close()
})

const at = '2026-06-02T08:00:00Z'
const schedule = () => command(house, house.people.editor, 'schedule', 'page', {at})

function tickAt(time: string): readonly (readonly [string, string])[] {
  house.clock.time = time
  return house.dataset.tick().map(({name, outcome}) => [name, outcome] as const)
}

const isLive = () => house.dataset.store.document('page') !== null

describe('a scheduled publication', () => {
  test('happens at its moment and not before', async () => {
    await schedule()
    expect(progressOf(house, 'page')['schedule']).toEqual({at, byName: 'editor'})
    tickAt('2026-06-02T07:59:59.000Z')
    expect(isLive()).toBe(false)
    expect(tickAt('2026-06-02T08:00:01.000Z')).toEqual([['review.clock.publish', 'done']])
    expect(isLive()).toBe(true)
    expect(house.dataset.store.document('drafts.page')).toBeNull()
    expect(progressOf(house, 'page')['schedule']).toBeUndefined()
    expect(kindsOf(house, 'page')).toEqual(['signedOff', 'scheduled', 'published'])
  })

  const spoilers: readonly (readonly [string, () => Promise<unknown>, string])[] = [
    [
      'the words changed',
      () =>
        house.dataset.mutate(house.people.editor, {
          mutations: [{patch: {id: 'drafts.page', set: {title: 'Other words'}}}],
        }),
      'contentChanged',
    ],
    [
      'the sign-off was revoked',
      () => command(house, house.people.therapist, 'revoke', 'page', {reason: 'I erred.'}),
      'signOffMissing',
    ],
    [
      'somebody asked for changes',
      () => command(house, house.people.sleep, 'requestChanges', 'page', {note: 'Which trial?'}),
      'changesRequested',
    ],
    [
      'the credential was suspended',
      () =>
        command(house, house.people.registrar, 'suspendCredential', 'credential.therapist', {
          reason: 'The board told us.',
        }),
      'signOffMissing',
    ],
    [
      'whoever scheduled it may no longer publish',
      async () => house.lake.accounts.setRole(house.people.editor.userId, 'viewer'),
      'roleMissing',
    ],
    [
      'their account is closed',
      async () => house.lake.accounts.setActive(house.people.editor.userId, false),
      'notSignedIn',
    ],
  ]

  test.each(spoilers)('is judged again: not when %s', async (_name, spoil, code) => {
    await schedule()
    await spoil()
    expect(tickAt('2026-06-02T08:00:01.000Z')).toContainEqual(['review.clock.publish', 'refused'])
    expect(isLive()).toBe(false)
    const records = house.dataset.store.ledger('page')
    const failed = records.find(({kind}) => kind === 'scheduleFailed')
    expect(failed?.body['codes']).toContain(code)
    expect(records.some(({kind, actor}) => kind === 'refused' && actor === 'clock')).toBe(true)
    // It was tried once, and everybody can see that it failed.
    expect(tickAt('2026-06-02T08:01:00.000Z')).toEqual([])
    expect(progressOf(house, 'page')['schedule']).toBeUndefined()
  })

  test('can be called off', async () => {
    await schedule()
    await command(house, house.people.editor, 'unschedule', 'page')
    expect(tickAt('2026-06-02T08:00:01.000Z')).not.toContainEqual(['review.clock.publish', 'done'])
    expect(isLive()).toBe(false)
  })

  test('is for words that are signed, and for moments ahead', async () => {
    const {dataset, people} = house
    await dataset.mutate(people.editor, {mutations: [{create: article('drafts.unsigned', 'New')}]})
    const attempt = command(house, people.editor, 'schedule', 'unsigned', {at})
    expect(await refusalOf(attempt)).toEqual(['signOffMissing'])
    const past = command(house, people.editor, 'schedule', 'page', {at: '2026-05-01T00:00:00Z'})
    expect(await refusalOf(past)).toEqual(['timeNotAhead'])
  })
})

describe('the calendar', () => {
  beforeEach(() => house.dataset.act(house.people.editor, {actions: [publishAction('page')]}))

  test('moves a page from published to due, from due to expired, and marks what nobody reviews', () => {
    tickAt('2026-06-01T13:00:00.000Z')
    // The therapist's credential expires first.
    expect(projectionOf(house, 'page')).toMatchObject({
      stage: 'published',
      nextReviewDue: '2027-01-01',
    })
    tickAt('2027-01-02T00:00:00.000Z')
    expect(projectionOf(house, 'page')['stage']).toBe('reviewDue')
    tickAt('2027-05-01T00:00:00.000Z')
    expect(projectionOf(house, 'page')).toMatchObject({stage: 'expired', live: true})
    expect((projectionOf(house, 'page')['marks'] as readonly JsonObject[])[0]).toMatchObject({
      trigger: 'reviewOverdue',
      consequence: 'mark',
    })
  })

  test('is looked at once a day', () => {
    expect(tickAt('2026-06-02T00:00:01.000Z')).toEqual([['review.clock.check', 'done']])
    expect(tickAt('2026-06-02T12:00:00.000Z')).toEqual([])
    expect(tickAt('2026-06-03T00:00:01.000Z')).toEqual([['review.clock.check', 'done']])
    expect(house.dataset.store.ledger('reviewPolicy').map(({body}) => body)).toEqual([
      {day: '2026-06-02', pages: 1},
      {day: '2026-06-03', pages: 1},
    ])
  })
})
