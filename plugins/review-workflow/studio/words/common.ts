export const commonWords = {
  'cancel': 'Cancel',
  'close': 'Close',
  'more': 'And {{count}} more: see Review.',
  'form.checking': 'Checking the form…',
  'form.errors_one': 'One thing in the form has to be put right before it can be published.',
  'form.errors_other':
    '{{count}} things in the form have to be put right before it can be published.',
  'form.show': 'Show what has to be put right',
  'works_one': 'one work',
  'works_other': '{{count}} works',
  'who': 'Who can change that: {{who}}',
  'who.you': 'You',
  'stage.draft.label': 'Draft',
  'stage.draft.title': 'Nobody has been asked to review these words yet.',
  'stage.inReview.label': 'In review',
  'stage.inReview.title': 'Waiting for a reviewer to sign these words or to ask for changes.',
  'stage.inReview.changed':
    'Readers see the words that were signed. A reviewer has yet to sign the changed ones in the draft, or to ask for other changes.',
  'stage.inReview.renewal': 'Live. Reviewers were asked to read and sign the same words again.',
  'stage.inReview.shared':
    'Live. Reviewers were asked to sign it with the new drafts of documents that it shows.',
  'stage.changesRequested.label': 'Changes requested',
  'stage.changesRequested.title': 'A reviewer asked for changes. Make them, then submit again.',
  'stage.changesRequested.reader': 'A reviewer asked for changes. An editor has to answer.',
  'stage.signed.label': 'Signed',
  'stage.signed.title': 'Everybody who has to has signed these words.',
  'stage.signed.changed':
    'Everybody who has to has signed the changed words. Readers see the earlier ones until these are published.',
  'stage.signed.shared':
    'Live, and signed with the new drafts of documents that it shows. It changes when those are published.',
  'stage.published.label': 'Published',
  'stage.published.title': 'Live, on a sign-off of exactly these words.',
  'stage.published.changed':
    'Readers see the words that were signed. Nobody has been asked to review the changes in the draft.',
  'stage.reviewDue.label': 'Review due',
  'stage.reviewDue.title': 'Live, but due for its next review.',
  'stage.reviewDue.changed':
    'Live, but due for its next review. Nobody has been asked to review the changes in the draft.',
  'stage.expired.label': 'Expired',
  'stage.expired.title': 'Live, but its review is long overdue or no longer counts.',
  'stage.expired.changed':
    'Live, but its review is long overdue or no longer counts. Nobody has been asked to review the changes in the draft.',
  'stage.withdrawn.label': 'Taken down',
  'stage.withdrawn.title': 'Readers no longer see this page. Its words are kept as a draft.',
} as const
