import {afterEach, beforeEach, expect, test} from 'vitest'
import {
  article,
  command,
  kindsOf,
  openReviewedLake,
  progressOf,
  publishAction,
  refusalOf,
  type ReviewedLake,
  signOff,
  unsignedPages,
} from '../support/reviewedLake.ts'

let house: ReviewedLake

/** Two live pages that show one disclaimer, and a draft of it with other words. */
beforeEach(async () => {
  house = await openReviewedLake()
  const {dataset, people} = house
  const disclaimer = {_type: 'reference', _ref: 'disclaimer'}
  await dataset.mutate(people.editor, {
    mutations: [
      {create: {_id: 'disclaimer', _type: 'disclaimer', text: 'Ask a clinician.'}},
      {create: {...article('drafts.one', 'One'), disclaimer}},
      {create: {...article('drafts.two', 'Two'), disclaimer}},
    ],
  })
  for (const id of ['one', 'two']) {
    await signOff(house, people.therapist, id)
    await dataset.act(people.editor, {actions: [publishAction(id)]})
  }
  await dataset.mutate(people.editor, {
    mutations: [
      {create: {_id: 'drafts.disclaimer', _type: 'disclaimer', text: 'Ask a doctor or a nurse.'}},
    ],
  })
})
afterEach(async () => {
  expect(unsignedPages(house)).toEqual([])
  await house.close()
})

const publish = () =>
  house.dataset.act(house.people.editor, {actions: [publishAction('disclaimer')]})

const ask = () =>
  house.dataset.act(house.people.editor, {
    actions: ['one', 'two'].map((publishedId) => ({
      actionType: 'review.action.submit',
      publishedId,
      shared: ['disclaimer'],
    })),
  })

const sign = (id: string) => signOff(house, house.people.sleep, id, {shared: ['disclaimer']})

test('a shared document goes live once every live page is signed as it will be', async () => {
  const {dataset, people} = house
  expect(await refusalOf(publish())).toEqual(['pagesNeedSignOff'])
  await ask()
  expect(progressOf(house, 'one')).toMatchObject({
    stage: 'inReview',
    request: {shared: ['disclaimer']},
    sharedDrafts: [{_key: 'disclaimer', id: 'disclaimer', type: 'disclaimer'}],
  })
  expect(progressOf(house, 'one')).toMatchObject({
    signedBy: [],
    liveSigners: ['person-therapist'],
  })
  await sign('one')
  expect(progressOf(house, 'one')).toMatchObject({
    stage: 'signed',
    signedBy: ['person-sleep'],
    liveSigners: ['person-therapist'],
  })
  const shownOn = {
    type: 'article',
    riskClass: 'R2',
    live: true,
    signedDraft: false,
    onRetraction: 'mark',
    retraction: null,
  }
  expect(dataset.read(people.editor, 'rendering', 'disclaimer')).toEqual({
    pages: [
      {...shownOn, id: 'one', title: 'One'},
      {...shownOn, id: 'two', title: 'Two'},
    ],
    retracted: false,
    draft: true,
    pending: [
      {id: 'one', signed: true},
      {id: 'two', signed: false},
    ],
  })
  expect(await refusalOf(publish())).toEqual(['pagesNeedSignOff'])
  // Signing what will be leaves what is as it is.
  expect(unsignedPages(house)).toEqual([])
  await sign('two')
  await publish()
  expect(dataset.store.document('disclaimer')?.['text']).toBe('Ask a doctor or a nurse.')
  expect(progressOf(house, 'one')['stage']).toBe('published')
  expect(progressOf(house, 'one')['request']).toBeUndefined()
  expect(kindsOf(house, 'one')).toEqual([
    'signedOff',
    'published',
    'submitted',
    'signedOff',
    'sharedPublished',
    'voided',
  ])
})

test('what changes after the signature is not what was signed', async () => {
  const {dataset, people} = house
  await ask()
  await sign('one')
  await sign('two')
  await dataset.mutate(people.editor, {
    mutations: [{patch: {id: 'drafts.disclaimer', set: {text: 'No need to ask.'}}}],
  })
  expect(await refusalOf(publish())).toEqual(['pagesNeedSignOff'])
  await dataset.mutate(people.editor, {
    mutations: [{patch: {id: 'drafts.disclaimer', set: {text: 'Ask a doctor or a nurse.'}}}],
  })
  // Equal bytes do not revive a sign-off.
  expect(await refusalOf(publish())).toEqual(['pagesNeedSignOff'])
})

test('who wrote the shared words signs no page that shows them', async () => {
  const {dataset, people} = house
  await dataset.mutate(
    {...people.sleep, roles: ['editor']},
    {
      mutations: [{patch: {id: 'drafts.disclaimer', set: {text: 'My own words.'}}}],
    },
  )
  await ask()
  expect(await refusalOf(sign('one'))).toEqual(['wroteTheWords'])
})

test('signing what will be does not sign what is', async () => {
  const {dataset, people} = house
  await dataset.mutate(people.editor, {
    mutations: [
      {
        create: {
          ...article('drafts.three', 'Three'),
          disclaimer: {_type: 'reference', _ref: 'disclaimer'},
        },
      },
    ],
  })
  await command(house, people.editor, 'submit', 'three', {shared: ['disclaimer']})
  await sign('three')
  const attempt = dataset.act(people.editor, {actions: [publishAction('three')]})
  expect(await refusalOf(attempt)).toEqual(['signOffMissing', 'signOffUnusable'])
})

test('a reviewer can say no to what a page would show, and readers keep what they have', async () => {
  const {dataset, people} = house
  await ask()
  await sign('one')
  await sign('two')
  await command(house, people.therapist, 'requestChanges', 'two', {note: 'A nurse of which kind?'})
  expect(progressOf(house, 'two')).toMatchObject({stage: 'changesRequested', live: true})
  expect(await refusalOf(publish())).toEqual(['pagesNeedSignOff'])
  expect(dataset.store.document('two')).not.toBeNull()
  await dataset.act(people.editor, {
    actions: [
      {
        actionType: 'review.action.submit',
        publishedId: 'two',
        shared: ['disclaimer'],
        note: 'A sleep nurse, see the glossary.',
      },
    ],
  })
  await sign('two')
  await publish()
  expect(progressOf(house, 'two')['stage']).toBe('published')
})

test('a comment that blocks holds up what a page would show, until it is settled', async () => {
  const {dataset, people} = house
  await ask()
  await sign('one')
  await sign('two')
  const remark = {path: 'disclaimer', text: 'Which nurse?', blocking: true}
  await command(house, people.therapist, 'comment', 'two', remark)
  expect(await refusalOf(publish())).toEqual(['pagesNeedSignOff'])
  const comment = dataset.store.ledger('two').find(({kind}) => kind === 'commented')?.seq ?? 0
  await command(house, people.therapist, 'resolveComment', 'two', {comment, answer: 'Fine.'})
  await publish()
})

test('equal bytes do not revive a sign-off, however the page comes to show them', async () => {
  const {dataset, people} = house
  const note = (text: string) => ({_id: 'drafts.note', _type: 'disclaimer', text})
  await dataset.mutate(people.editor, {
    mutations: [
      {create: {_id: 'note', _type: 'disclaimer', text: 'Old.'}},
      {create: note('New.')},
      {
        patch: {
          id: 'drafts.disclaimer',
          set: {more: {_type: 'reference', _ref: 'note'}},
        },
      },
    ],
  })
  const both = {shared: ['disclaimer', 'note']}
  for (const id of ['one', 'two']) {
    await command(house, people.editor, 'submit', id, both)
    await signOff(house, people.sleep, id, both)
  }
  await dataset.mutate(people.editor, {mutations: [{createOrReplace: note('Other.')}]})
  await dataset.mutate(people.editor, {mutations: [{createOrReplace: note('New.')}]})
  const attempt = dataset.act(people.editor, {
    actions: [publishAction('note'), publishAction('disclaimer')],
  })
  expect(await refusalOf(attempt)).toEqual(['pagesNeedSignOff', 'pagesNeedSignOff'])
})

test('a page goes live and comes down whatever is said of the pages that point at it', async () => {
  const {dataset, people} = house
  await dataset.mutate(people.editor, {
    mutations: [
      {create: article('drafts.three', 'Three')},
      {
        create: {
          ...article('drafts.four', 'Four'),
          related: [{_key: 'a', _type: 'reference', _ref: 'three', _weak: true}],
        },
      },
    ],
  })
  await signOff(house, people.therapist, 'four')
  await dataset.act(people.editor, {actions: [publishAction('four')]})
  await command(house, people.sleep, 'requestChanges', 'four', {note: 'Which evening?'})
  await signOff(house, people.therapist, 'three')
  await dataset.act(people.editor, {actions: [publishAction('three')]})
  await command(house, people.editor, 'withdraw', 'three', {reason: 'Not yet.'})
  expect(kindsOf(house, 'three')).toEqual(['signedOff', 'published', 'withdrawn', 'voided'])
  expect(kindsOf(house, 'four')).toEqual(['signedOff', 'published', 'changesRequested'])
})
