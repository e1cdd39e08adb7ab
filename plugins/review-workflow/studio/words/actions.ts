export const actionsWords = {
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
} as const
