export const inboxWords = {
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
