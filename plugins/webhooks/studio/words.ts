import {defineLocaleResourceBundle} from 'sanity'

export const namespace = 'webhooks'

export const english = {
  'title': 'Webhooks',
  'lead':
    'When a document changes, the server tells other programs: a site that rebuilds, an index, a chat.',
  'loading': 'Asking the server…',
  'failed': 'The server did not answer',
  'new': 'New webhook',
  'none': 'There are no webhooks yet.',
  'back': 'All webhooks',
  'off': 'Switched off',
  'everyDataset': 'Every dataset',
  'on.create': 'Created',
  'on.update': 'Changed',
  'on.delete': 'Deleted',

  'settings': 'Settings',
  'field.name': 'Name',
  'field.description': 'Description (optional)',
  'field.url': 'Address',
  'field.url.hint':
    'Addresses on the server’s own machine or network have to be allowed by whoever runs it.',
  'field.dataset': 'Dataset',
  'field.httpMethod': 'HTTP method',
  'field.on': 'When a document is',
  'field.filter': 'Filter (optional)',
  'field.filter.hint':
    'GROQ about the one document, as _type == "article" && delta::changedAny(title). Left empty, every document counts.',
  'field.projection': 'Projection (optional)',
  'field.projection.hint':
    'GROQ for what is sent, as {_id, "slug": slug.current, "was": before().title}. Left empty, the whole document is sent.',
  'field.includeDrafts': 'Drafts, too',
  'field.includeDrafts.hint': 'Words that nobody has signed leave the house then.',
  'field.includeAllVersions': 'Versions in releases, too',
  'field.includeAllVersions.hint': 'Those are unsigned as well.',
  'field.headers': 'Headers (optional)',
  'field.headers.hint': 'One in a line, as Authorization: Bearer …',
  'field.secret': 'Secret (optional)',
  'field.secret.hint':
    'Signs what is sent, so that the other end can tell that it came from here (@sanity/webhook).',
  'field.enabled': 'Switched on',
  'save': 'Save',
  'create': 'Create webhook',
  'saved': 'Webhook saved',
  'cancel': 'Cancel',
  'delete': 'Delete webhook',
  'delete.header': 'Delete this webhook?',
  'delete.explanation': 'Its log goes, too. What still waits to be sent is not sent.',
  'deleted': 'Webhook deleted',
  'invalidHeader': 'This is not a header: {{line}}',

  'log': 'Deliveries',
  'log.lead': 'The latest first, for 30 days. What fails is tried again for half an hour.',
  'log.none': 'Nothing was sent yet.',
  'log.table': 'Deliveries, a table that scrolls sideways',
  'log.time': 'When',
  'log.document': 'Document',
  'log.outcome': 'Outcome',
  'log.duration': 'Took',
  'log.answer': 'Answer',
  'log.ms': '{{duration}} ms',
  'log.refresh': 'Refresh',
  'log.test': 'Send a test',
  'log.tested': 'A test is on its way',
  'outcome.delivered': 'Delivered ({{code}})',
  'outcome.http': 'Turned away ({{code}})',
  'outcome.network': 'Not reached',
  'outcome.timeout': 'No answer in time',
  'outcome.other': 'Not sent',
  'outcome.underway': 'Under way',
  'waiting_one': '{{count}} message waits to be sent.',
  'waiting_other': '{{count}} messages wait to be sent.',
} as const

export const words = defineLocaleResourceBundle({
  locale: 'en-US',
  namespace,
  resources: english,
})
