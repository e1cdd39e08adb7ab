import {expect, test} from 'vitest'
import {type RenderingRead} from '../../plugins/review-workflow/studio/reads.ts'
import {askingActions} from '../../plugins/review-workflow/studio/shared/askForSignOffs.ts'
import {
  areAllSigned,
  type PageProgress,
  pageStates,
  signedCount,
  unasked,
} from '../../plugins/review-workflow/studio/shared/pages.ts'

function page(id: string, live = true): RenderingRead['pages'][number] {
  return {
    id,
    type: 'article',
    title: id,
    live,
    riskClass: 'R2',
    signedDraft: false,
    onRetraction: 'mark',
    retraction: null,
  }
}

function progress(subject: string, fields: Partial<PageProgress> = {}): PageProgress {
  return {subject, revision: 'r1', request: null, objection: null, ...fields}
}

const request = {to: null, claimedBy: 'Tess', shared: ['citation']}

const read: RenderingRead = {
  pages: [
    page('signed'),
    page('asked'),
    page('other'),
    page('no'),
    page('new'),
    page('draft', false),
  ],
  retracted: false,
  draft: true,
  pending: [
    {id: 'signed', signed: true},
    {id: 'asked', signed: false},
    {id: 'other', signed: false},
    {id: 'no', signed: false},
    {id: 'new', signed: false},
  ],
}

const states = pageStates('citation', read, [
  progress('signed', {request}),
  progress('asked', {request}),
  progress('other', {request: {...request, shared: []}}),
  progress('no', {request, objection: {name: 'Sam', note: 'Untrue.'}}),
])

test('each live page is signed, in review with this draft, objected to, or still to be asked for', () => {
  expect(states.map(({page: {id}, state}) => [id, state])).toEqual([
    ['signed', 'signed'],
    ['asked', 'asked'],
    ['other', 'unasked'],
    ['no', 'objected'],
    ['new', 'unasked'],
  ])
  expect(signedCount(states)).toBe(1)
  expect(areAllSigned(states)).toBe(false)
  expect(unasked(states).map(({page: {id}}) => id)).toEqual(['other', 'new'])
})

test('what no live page shows waits for nobody', () => {
  expect(
    areAllSigned(
      pageStates(
        'citation',
        {pages: [page('draft', false)], retracted: false, draft: true, pending: []},
        [],
      ),
    ),
  ).toBe(true)
})

test('all pages are asked for in one request, each with the shared draft', () => {
  const asking = {shared: 'citation', pages: ['other', 'new'], note: ' ', due: '2026-12-01'}
  expect(askingActions(asking)).toEqual([
    {
      actionType: 'review.action.submit',
      publishedId: 'other',
      shared: ['citation'],
      due: '2026-12-01',
    },
    {
      actionType: 'review.action.submit',
      publishedId: 'new',
      shared: ['citation'],
      due: '2026-12-01',
    },
  ])
})
