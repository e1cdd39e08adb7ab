import {expect, test} from 'vitest'
import {
  inboxGroups,
  type InboxRow,
  soonFrom,
} from '../../plugins/review-workflow/studio/inbox/groups.ts'

function row(_id: string, fields: Partial<InboxRow>): InboxRow {
  return {
    _id,
    subject: _id,
    subjectType: 'article',
    stage: 'published',
    live: true,
    submittedAt: null,
    signedAt: null,
    nextReviewDue: null,
    ...fields,
  }
}

test('rows fall into the groups of what has to be done about them', () => {
  const waiting = row('waiting', {stage: 'inReview', live: false})
  const waitingAndDue = row('both', {stage: 'inReview', nextReviewDue: '2026-12-01'})
  const refused = row('refused', {stage: 'changesRequested'})
  const signed = row('signed', {stage: 'signed'})
  const later = row('later', {nextReviewDue: '2027-06-01'})
  const due = row('due', {nextReviewDue: '2026-11-30'})
  const overdue = row('overdue', {stage: 'expired', nextReviewDue: '2026-01-01'})
  const rows = [waiting, waitingAndDue, refused, signed, later, due, overdue]
  expect(inboxGroups(rows, soonFrom(new Date('2026-11-23T10:00:00Z')))).toEqual({
    toSign: [waiting, waitingAndDue],
    needsChanges: [refused],
    readyToPublish: [signed],
    due: [overdue, due, waitingAndDue],
  })
})

test('soon is thirty days', () => {
  expect(soonFrom(new Date('2026-11-23T10:00:00Z'))).toBe('2026-12-23')
})
