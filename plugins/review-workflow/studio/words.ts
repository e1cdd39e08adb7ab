import {defineLocaleResourceBundle, type LocaleResourceBundle} from 'sanity'

export const namespace = 'review-workflow'

/** Every word of the Studio face, except why something is not allowed: those are the policy's. */
const english = {
  'cancel': 'Cancel',
  'close': 'Close',
  'more': 'And {{count}} more: see Review.',
  'who': 'Who can change that: {{who}}',

  'stage.draft.label': 'Draft',
  'stage.draft.title': 'Nobody has been asked to review these words yet.',
  'stage.inReview.label': 'In review',
  'stage.inReview.title': 'Waiting for a reviewer to sign these words or to ask for changes.',
  'stage.changesRequested.label': 'Changes requested',
  'stage.changesRequested.title': 'A reviewer asked for changes. Make them, then submit again.',
  'stage.signed.label': 'Signed',
  'stage.signed.title': 'Signed, and ready to publish.',
  'stage.published.label': 'Published',
  'stage.published.title': 'Live, on a sign-off of exactly these words.',
  'stage.reviewDue.label': 'Review due',
  'stage.reviewDue.title': 'Live, but due for its next review.',
  'stage.expired.label': 'Expired',
  'stage.expired.title': 'Live, but its review is long overdue or no longer counts.',
  'stage.withdrawn.label': 'Taken down',
  'stage.withdrawn.title': 'Somebody took this page down. Its words are kept as a draft.',

  'credential.active.label': 'Verified',
  'credential.active.title': 'Somebody checked it with its issuer, exactly as it reads now.',
  'credential.pending.label': 'Not verified',
  'credential.pending.title':
    'Nobody can sign on it until a registrar has checked it as it reads now.',
  'credential.suspended.label': 'Suspended',
  'credential.suspended.title': 'A registrar suspended it: nobody can sign or publish on it.',

  'publish.checking': 'Checking the sign-off…',
  'publish.unknown': 'The sign-off could not be checked: {{message}}',
  'publish.refused': 'Not published',
  'publish.refusedHint': 'Nothing was changed. The draft is as you left it.',

  'submit.label': 'Submit for review',
  'submit.header': 'Submit for review',
  'submit.explanation':
    'Reviewers see it in their inbox. If the words change after they sign, they must sign again.',
  'submit.note': 'Note to the reviewer (optional)',
  'submit.confirm': 'Submit for review',
  'submit.done': 'Submitted for review',

  'signOff.label': 'Sign',
  'signOff.header': 'Sign for medical accuracy',
  'signOff.explanation':
    'Says that these words are accurate and safe, with your name and credential under it.',
  'signOff.what': 'You sign exactly this',
  'signOff.digest': 'Fingerprint of the words (SHA-256)',
  'signOff.closure': 'Shown together with the words',
  'signOff.closureEmpty': 'Nothing: the page shows only its own words.',
  'signOff.missing': 'missing',
  'signOff.attestation': 'What your signature says',
  'signOff.conflict': 'Do you have a conflict of interest with this content?',
  'signOff.conflict.none': 'None',
  'signOff.conflict.disclosed': 'Yes, and I disclose it',
  'signOff.conflict.mustRecuse': 'Yes, and I must not sign',
  'signOff.conflictStatement': 'What should readers know about it?',
  'signOff.password': 'Your password',
  'signOff.passwordHint': 'Proves that it is you who signs, right now.',
  'signOff.confirm': 'Sign these words',
  'signOff.done': 'Signed',

  'requestChanges.label': 'Request changes',
  'requestChanges.header': 'Request changes',
  'requestChanges.explanation':
    'The page cannot be published until somebody answers this and submits it again.',
  'requestChanges.note': 'What should change, and why?',
  'requestChanges.confirm': 'Request changes',
  'requestChanges.done': 'Changes requested',

  'revoke.label': 'Revoke sign-off',
  'revoke.header': 'Revoke the sign-off',
  'revoke.explanation':
    'Ends every sign-off that stands. If readers see these words now, the page comes down at once.',
  'revoke.reason': 'Reason (kept in the record)',
  'revoke.confirm': 'Revoke',
  'revoke.done': 'Sign-off revoked',

  'withdraw.label': 'Take the page down',
  'withdraw.header': 'Take the page down',
  'withdraw.explanation':
    'Readers stop seeing it at once. Its words are kept as a draft and must be signed again.',
  'withdraw.reason': 'Reason (kept in the record)',
  'withdraw.confirm': 'Take it down',
  'withdraw.done': 'The page is down',

  'verifyCredential.label': 'Verify',
  'verifyCredential.header': 'Verify this credential',
  'verifyCredential.explanation':
    'You confirm that you checked it with whoever issued it. Any later change to it needs a new check.',
  'verifyCredential.method': 'How did you check it?',
  'verifyCredential.sourceUrl': 'Address of the entry in the register',
  'verifyCredential.confirm': 'Verify',
  'verifyCredential.done': 'Credential verified',

  'suspendCredential.label': 'Suspend',
  'suspendCredential.header': 'Suspend this credential',
  'suspendCredential.explanation': 'From now on nobody can sign or publish on it.',
  'suspendCredential.reason': 'Reason (kept in the record)',
  'suspendCredential.confirm': 'Suspend',
  'suspendCredential.done': 'Credential suspended',

  'inspector.title': 'Review',
  'inspector.loading': 'Reading the record…',
  'inspector.failed': 'The record could not be read.',
  'inspector.new':
    'Write something first. Then submit it for review: a reviewer with a verified credential signs exactly your words, and only then can they be published.',
  'inspector.stage': 'Where it stands',
  'inspector.blockers': 'Before it can be published',
  'inspector.ready': 'Nothing stands in the way: an editor can publish it.',
  'inspector.signing': 'Before you can sign it',
  'inspector.changes': 'Changes requested by {{name}}',
  'inspector.withdrawn': 'Taken down by {{name}}',
  'inspector.signOffs': 'Sign-offs',
  'inspector.noSignOffs':
    'Nobody has signed yet. A sign-off shows here with the reviewer, the credential and the day.',
  'inspector.ofLive': 'Of the live words',
  'inspector.ofDraft': 'Of this draft',
  'inspector.ofBoth': 'Of these words',
  'inspector.ofOther': 'Of earlier words',
  'inspector.revoked': 'Revoked by {{name}}: {{reason}}',
  'inspector.void': 'No longer counts',
  'inspector.until': 'until {{date}}',
  'inspector.dates': 'Dates',
  'inspector.lastReviewed': 'Last reviewed',
  'inspector.nextReviewDue': 'Next review due',
  'inspector.submitted': 'Submitted',
  'inspector.record': 'Open the public record',

  'inbox.title': 'Review',
  'inbox.loading': 'Reading the records…',
  'inbox.failed': 'The records could not be read: {{message}}',
  'inbox.toSign.title': 'To sign',
  'inbox.toSign.empty':
    'Nothing waits for a signature. Editors send pages here with “Submit for review”.',
  'inbox.needsChanges.title': 'Needs changes',
  'inbox.needsChanges.empty': 'No reviewer is waiting for changes.',
  'inbox.readyToPublish.title': 'Signed, ready to publish',
  'inbox.readyToPublish.empty':
    'Nothing signed is waiting. Pages come here the moment the last signature is on them.',
  'inbox.due.title': 'Due soon or expired',
  'inbox.due.empty': 'No live page is due for review within {{days}} days.',
  'inbox.submitted': 'submitted {{date}}',
  'inbox.dueOn': 'due {{date}}',
  'inbox.signed': 'signed {{date}}',
} as const

export const words: LocaleResourceBundle[] = [
  defineLocaleResourceBundle({locale: 'en-US', namespace, resources: english}),
  // Sanity's own words for a publish that failed do not say that somebody decided so.
  defineLocaleResourceBundle({
    locale: 'en-US',
    namespace: 'structure',
    resources: {
      'panes.document-operation-results.operation-error_publish':
        'The server refused to publish this document',
    },
  }),
]
