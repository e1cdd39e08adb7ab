import {defineLocaleResourceBundle} from 'sanity'

export const namespace = 'query-plan'

export const english = {
  'title': 'Query plan',
  'details': 'Where documents are looked up',
  'none': 'Fetch a query: how the lake finds its documents is said here.',
  'loading': 'Asking how…',
  'failed': 'There is no plan',

  'says.nothing': 'It looks at no document.',
  'says.count': 'It is counted by an index, without a look at any document.',
  'says.ids_one': 'It looks at {{count, number}} of {{stored, number}} documents, by its id.',
  'says.ids_other': 'It looks at {{count, number}} of {{stored, number}} documents, by their ids.',
  'says.index': 'An index finds {{count, number}} of {{stored, number}} documents to look at.',
  'says.list':
    'It looks at {{count, number}} of {{stored, number}} documents: an index has what lists like this one ask for.',
  'says.field':
    'An index finds {{count, number}} of {{stored, number}} documents; it goes through them one by one.',
  'says.type': 'It goes through all {{count, number}} documents of their type, one by one.',
  'says.everything': 'It goes through all {{count, number}} documents, one by one.',

  'advice.type':
    'Name a _type, or compare a field with a value: then an index finds what to look at.',
  'advice.notIndexed':
    'No index knows of {{parts}}: every document is put to it. Compare a field with a value, without working anything out of it, and an index finds them.',
  'advice.within':
    'A query within the query is asked {{count, number}} times. A reference followed with -> costs less.',
  'advice.groqJs':
    'Something in this query only groq-js works out, as it does differences: it is given every document that may matter, which takes longer.',

  'column.way': 'Found by',
  'column.by': 'Looked up',
  'column.times': 'Times',
  'column.documents': 'Looked at',
  'column.kept': 'Kept',
  'unknown': 'unknown',
  'way.ids': 'Ids',
  'way.index': 'Index',
  'way.list': 'Index of lists',
  'way.field': 'Index, one by one',
  'way.type': 'Type, one by one',
  'way.everything': 'Nothing, one by one',
  'way.count': 'Index alone',
  'notIndexed': 'Put to each of them, as no index knows of it:',

  'total.ms': 'Time',
  'total.ms.value': '{{ms, number}} ms',
  'total.followed': 'References followed',
  'total.read': 'Read from the file',
  'total.evaluatedBy': 'Worked out by',
  'by.lake': 'the lake',
  'by.groq-js': 'groq-js',
} as const

export const words = defineLocaleResourceBundle({
  locale: 'en-US',
  namespace,
  resources: english,
})
