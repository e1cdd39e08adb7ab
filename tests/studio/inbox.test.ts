import {expect, test} from 'vitest'
import {
  inboxGroups,
  type InboxGroupName,
  isMine,
  sharedChanges,
  soonFrom,
  waitsFor,
} from '../../plugins/review-workflow/studio/inbox/groups.ts'
import {type InboxRow} from '../../plugins/review-workflow/studio/inbox/inboxRow.ts'
import {type Me, meOf} from '../../plugins/review-workflow/studio/me.ts'

type Request = NonNullable<InboxRow['request']>

const tess = {personId: 'person-tess', name: 'Tess'}
const sam = {personId: 'person-sam', name: 'Sam'}
const soon = '2026-12-23'

function request(fields: Partial<Request> = {}): Request {
  return {
    by: 'person-edith',
    byName: 'Edith',
    at: '2026-11-20T10:00:00Z',
    note: '',
    to: null,
    due: null,
    claimedBy: null,
    shared: [],
    ...fields,
  }
}

function row(_id: string, fields: Partial<InboxRow> = {}): InboxRow {
  return {
    _id,
    subject: _id,
    subjectType: 'article',
    title: _id,
    stage: 'published',
    stageSince: null,
    live: true,
    riskClass: 'R2',
    request: null,
    objection: null,
    blockingComments: 0,
    blockers: [],
    lacks: [],
    peopleNeeded: 1,
    signers: [],
    signedBy: [],
    sharedDrafts: [],
    withdrawn: null,
    schedule: null,
    marks: [],
    nextReviewDue: null,
    liveSigners: [],
    ...fields,
  }
}

function waiting(_id: string, fields: Partial<Request> = {}, others: Partial<InboxRow> = {}) {
  return row(_id, {
    stage: 'inReview',
    live: false,
    request: request(fields),
    signers: [tess, sam],
    ...others,
  })
}

function me(role: string, personId: string | null = 'person-tess'): Me {
  return {personId, name: 'Tess', roles: [role]}
}

function idsFor(
  rows: readonly InboxRow[],
  who: Me,
): {readonly [name in InboxGroupName]?: string[]} {
  return Object.fromEntries(
    inboxGroups(rows, who, soon).map((group) => [group.name, group.rows.map(({_id}) => _id)]),
  )
}

const notice = {id: 'notice', type: 'disclaimer', title: 'General information'}
const down = (reason: string) => ({at: '2026-11-20T10:00:00Z', by: 'Somebody', reason})

test('an editor finds the shared documents whose drafts wait for pages', () => {
  const other = {id: 'trial', type: 'researchCitation', title: 'A trial'}
  const rows = [
    row('ahead', {stage: 'signed', sharedDrafts: [notice]}),
    waiting('asked', {}, {live: true, sharedDrafts: [notice, other]}),
    row('apart'),
  ]
  expect(sharedChanges(rows, me('editor'))).toEqual([
    {...other, asked: 1, signed: 0},
    {...notice, asked: 2, signed: 1},
  ])
  expect(sharedChanges(rows, me('reviewer'))).toEqual([])
})

test('what is with reviewers and held up is counted where it is looked for', () => {
  const held = waiting('held', {}, {blockers: [{code: 'citationUnchecked', message: 'Look.'}]})
  const groups = inboxGroups([held, waiting('free')], me('editor'), soon)
  expect(groups.filter(({elsewhere}) => elsewhere > 0)).toMatchObject([
    {name: 'inReview', rows: [{_id: 'free'}], elsewhere: 1},
  ])
})

test('a reviewer signs first what is theirs, then what anybody may take, the most urgent first', () => {
  const rows = [
    waiting('pool'),
    waiting('pool-due', {due: '2026-11-30'}),
    waiting('given', {to: tess}),
    waiting('claimed', {claimedBy: tess, due: '2026-11-25'}),
    waiting('of-sam', {to: sam}),
    waiting('sam-is-on-it', {claimedBy: sam}),
    waiting('beyond-me', {}, {signers: [sam]}),
    waiting('signed-by-me', {}, {signedBy: ['person-tess']}),
  ]
  expect(idsFor(rows, me('reviewer'))).toEqual({
    toSign: ['claimed', 'given', 'pool-due', 'pool'],
    waiting: ['beyond-me', 'of-sam', 'sam-is-on-it', 'signed-by-me'],
    due: [],
  })
})

test('a review that is with somebody who cannot sign it, or has, goes to those who can', () => {
  const stuck = [{code: 'holderUnable', message: 'Sam could not sign it.'}] as const
  const rows = [
    waiting('of-sam', {to: sam}),
    waiting('of-sam-in-vain', {to: sam}, {blockers: stuck}),
    waiting('signed-by-sam', {claimedBy: sam}, {signedBy: ['person-sam']}),
  ]
  expect(idsFor(rows, me('reviewer'))).toMatchObject({
    toSign: ['of-sam-in-vain', 'signed-by-sam'],
    waiting: ['of-sam'],
  })
  expect(idsFor(rows, me('editor'))).toMatchObject({
    blocked: ['of-sam-in-vain'],
    inReview: ['of-sam', 'signed-by-sam'],
  })
})

test('an account that belongs to nobody known signs nothing', () => {
  const rows = [waiting('pool'), waiting('given', {to: tess})]
  expect(idsFor(rows, me('reviewer', null))).toMatchObject({
    toSign: [],
    waiting: ['given', 'pool'],
  })
})

test('an editor finds what to change, what is held up, what to publish, and bad news', () => {
  const no = {kind: 'refused', name: 'Sam', at: '2026-11-21T10:00:00Z', note: 'Untrue.'} as const
  const mark = {trigger: 'workRetracted', consequence: 'mark', at: '2026-11-01T10:00:00Z'} as const
  const rows = [
    row('refused', {stage: 'changesRequested', objection: no, blockingComments: 2}),
    waiting('remarked', {}, {blockers: [{code: 'commentsOpen', message: 'Resolve it.'}]}),
    waiting('unsigned', {}, {blockers: [{code: 'signOffMissing', message: 'Sign it.'}]}),
    row('unchecked', {
      stage: 'signed',
      blockers: [{code: 'citationUnchecked', message: 'Look again.'}],
    }),
    row('signed', {stage: 'signed', live: false}),
    row('timed', {stage: 'signed', schedule: {at: '2026-12-01T09:00:00Z', byName: 'Edith'}}),
    row('marked', {marks: [mark]}),
    row('down', {stage: 'withdrawn', live: false, withdrawn: down('workRetracted')}),
    row('withdrawn', {stage: 'withdrawn', live: false, withdrawn: down('Out of date.')}),
    row('ahead', {stage: 'signed', sharedDrafts: [notice]}),
    row('due', {nextReviewDue: '2026-11-30'}),
    row('overdue', {stage: 'expired', nextReviewDue: '2026-01-01'}),
    row('later', {nextReviewDue: '2027-06-01'}),
  ]
  expect(idsFor(rows, me('editor'))).toEqual({
    takenDown: ['down'],
    needsChanges: ['refused'],
    blocked: ['remarked', 'unchecked'],
    readyToPublish: ['signed'],
    marked: ['marked'],
    scheduled: ['timed'],
    inReview: ['unsigned'],
    due: ['overdue', 'due'],
  })
})

test('what there is something of stands before what there is nothing of', () => {
  const names = inboxGroups([waiting('pool')], me('editor'), soon).map(({name}) => name)
  expect(names).toEqual([
    'inReview',
    'takenDown',
    'needsChanges',
    'blocked',
    'readyToPublish',
    'marked',
    'scheduled',
    'due',
  ])
})

test('viewers and registrars have no groups', () => {
  expect(inboxGroups([waiting('pool')], me('viewer'), soon)).toEqual([])
  expect(inboxGroups([waiting('pool')], me('registrar'), soon)).toEqual([])
})

test.each<[string, InboxRow, ReturnType<typeof waitsFor>]>([
  ['who is on it', waiting('a', {to: sam, claimedBy: tess}), {names: ['Tess'], claimed: true}],
  ['who was asked', waiting('a', {to: sam}), {names: ['Sam'], claimed: false}],
  ['who could', waiting('a', {}, {signedBy: ['person-sam']}), {names: ['Tess'], claimed: false}],
  ['nobody', waiting('a', {}, {signers: []}), {names: [], claimed: false}],
])('a page waits for %s', (_, page, expected) => {
  expect(waitsFor(page)).toEqual(expected)
})

test('what somebody claimed is theirs, whomever it was given to', () => {
  expect(isMine(waiting('a', {to: sam, claimedBy: tess}), me('reviewer'))).toBe(true)
  expect(isMine(waiting('a', {to: tess, claimedBy: sam}), me('reviewer'))).toBe(false)
  expect(isMine(waiting('a'), me('reviewer'))).toBe(false)
})

test('soon is thirty days', () => {
  expect(soonFrom(new Date('2026-11-23T10:00:00Z'))).toBe('2026-12-23')
})

test.each<[string, unknown, Me]>([
  [
    'the lake tells all',
    {id: 'u1', name: 'Tess', personId: 'person-tess', roles: [{name: 'reviewer', title: 'R'}]},
    {personId: 'person-tess', name: 'Tess', roles: ['reviewer']},
  ],
  [
    'no person is known',
    {id: 'u1', name: 'Tess', personId: null, roles: []},
    {personId: null, name: 'Tess', roles: []},
  ],
  ['nobody is signed in', null, {personId: null, name: '', roles: []}],
])('who is signed in, when %s', (_, user, expected) => {
  expect(meOf(user)).toEqual(expected)
})
