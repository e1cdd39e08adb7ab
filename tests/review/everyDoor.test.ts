import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type Actor} from '../../lake/actor.ts'
import {isPublished, type JsonObject} from '../../lake/document.ts'
import {isServerId, isServerType} from '../../plugins/review-workflow/lake/serverTypes.ts'
import {isGoverned} from '../../plugins/review-workflow/policy/index.ts'
import {doors} from '../support/attackDoors.ts'
import {type Target} from '../support/door.ts'
import {
  article,
  openReviewedLake,
  publishAction,
  type ReviewedLake,
  signOff,
  unsignedPages,
} from '../support/reviewedLake.ts'

/** What nobody may bring about, whichever way they come. */
const wrongs: readonly {readonly name: string; readonly wanted: Target}[] = [
  {name: 'a page that nobody signed', wanted: {...article('new'), title: 'Cures everything'}},
  {name: 'an FAQ entry that nobody signed', wanted: {_id: 'new-faq', _type: 'faqEntry'}},
  {name: 'a technique on a dotted path', wanted: {_id: 'hidden.new', _type: 'technique'}},
  {name: 'other words on a live page', wanted: {...article('live'), summary: 'Stop your pills.'}},
  {name: 'a hidden field on a live page', wanted: {...article('live'), __cure: 'all'}},
  {
    name: 'another page shown with a live one',
    wanted: {...article('live'), disclaimer: {_type: 'reference', _ref: 'other'}},
  },
  {
    name: 'other words in what a live page shows',
    wanted: {_id: 'disclaimer', _type: 'disclaimer', text: 'No need to ask.'},
  },
  {
    name: 'a forged record of a review',
    wanted: {_id: 'review-unsigned', _type: 'review', stage: 'signed', live: true},
  },
  {
    name: 'a forged worklist',
    wanted: {_id: 'progress.unsigned', _type: 'reviewProgress', stage: 'signed'},
  },
  {name: 'a record under another id', wanted: {_id: 'mine', _type: 'review', stage: 'signed'}},
]

const writers: readonly (readonly [string, (house: ReviewedLake) => Actor])[] = [
  ['an editor', ({people}) => people.editor],
  ['an administrator', ({people}) => people.administrator],
  ['a reviewer with a credential', ({people}) => people.sleep],
  ['a registrar', ({people}) => people.registrar],
  ['a robot token', ({robot}) => robot],
  ['the command line', ({operator}) => operator],
]

/** Everything in front of readers that the sign-off answers for, what a live page shows, and what only the server writes. */
function inFront({dataset}: ReviewedLake): readonly JsonObject[] {
  return [...dataset.store.documents()]
    .filter(
      ({_id, _type}) =>
        (isPublished(_id) && (isGoverned(_type) || _type === 'disclaimer')) ||
        (isServerType(_type) && !isServerId(_id)),
    )
    .map(({_rev, _updatedAt, ...words}) => words)
}

/** Records that no server wrote: it signs nothing that nobody signed. */
function forged({dataset}: ReviewedLake): readonly JsonObject[] {
  return ['review-unsigned', 'progress.unsigned']
    .flatMap((id) => dataset.store.document(id) ?? [])
    .filter(({stage}) => stage !== 'draft')
}

async function openHouse(): Promise<ReviewedLake> {
  const house = await openReviewedLake()
  const {dataset, people} = house
  await dataset.mutate(people.editor, {
    mutations: [
      {create: {_id: 'disclaimer', _type: 'disclaimer', text: 'Ask a clinician.'}},
      {create: {_id: 'other', _type: 'disclaimer', text: 'Other words.'}},
      {create: article('drafts.unsigned', 'Nobody has read this')},
      {create: {...article('drafts.live'), disclaimer: {_type: 'reference', _ref: 'disclaimer'}}},
      {create: article('drafts.signed')},
    ],
  })
  for (const id of ['live', 'signed']) await signOff(house, people.therapist, id)
  await dataset.act(people.editor, {actions: [publishAction('live')]})
  return house
}

describe.each(writers)('%s', (_name, actorOf) => {
  let house: ReviewedLake
  beforeAll(async () => {
    house = await openHouse()
  })
  afterAll(() => house.close())

  describe.each(wrongs)('cannot bring about $name', ({wanted}) => {
    test.each(doors)('by $name', async ({enter}) => {
      // Of many refusals within a minute only the first ones are recorded one by one.
      house.clock.time = new Date(Date.parse(house.clock.time) + 60_000).toISOString()
      const before = inFront(house)
      const records = house.dataset.store.ledgerHead()?.seq ?? 0
      const failure: unknown = await enter(house, actorOf(house), wanted).then(
        () => null,
        (reason: unknown) => reason,
      )
      expect(inFront(house)).toEqual(before)
      expect(forged(house)).toEqual([])
      expect(unsignedPages(house)).toEqual([])
      if (isRefusal(failure)) {
        const since = [...house.dataset.store.wholeLedger()].filter(({seq}) => seq > records)
        expect(since.some(({kind}) => kind === 'refused')).toBe(true)
      }
    })
  })
})

/** Somebody was kept from it; not: it was malformed, or there was no such document. */
function isRefusal(failure: unknown): boolean {
  if (failure === null) return false
  const code = String(Reflect.get(failure as object, 'code'))
  return ['refused', 'stale', 'insufficientPermissions', 'unsupported'].includes(code)
}
