import {
  type SanityDocument,
  type SchemaTypeDefinition,
  validateDocument,
  type Workspace,
} from 'sanity'
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest'
import {schemaTypes} from '../../schemas/index.ts'
import {documentProblems, schema} from '../support/documentProblems.ts'
import {starterContent} from '../support/starterContent.ts'

beforeAll(() => vi.useFakeTimers({toFake: ['Date'], now: new Date('2026-11-29T12:00:00Z')}))
afterAll(() => vi.useRealTimers())

const saved = {
  _rev: 'r1',
  _createdAt: '2026-11-23T00:00:00Z',
  _updatedAt: '2026-11-23T00:00:00Z',
}
const starter: readonly SanityDocument[] = starterContent().map((document) => ({
  ...saved,
  ...document,
}))

/** A starter document with some fields replaced. */
function altered(id: string, fields: Record<string, unknown>): SanityDocument {
  const document = starter.find(({_id}) => _id === id)
  if (document === undefined) throw new Error(`no starter document ${id}`)
  return {...document, ...fields}
}

/** What is said about one field, or what is in it. */
async function said(document: SanityDocument, field: string, among = starter) {
  const problems = await documentProblems(document, among)
  return problems.filter((problem) => new RegExp(`^\\w+ ${field}[.:]`).test(problem))
}

const paragraph = (text: string, _key = 'b') => ({
  _key,
  _type: 'block',
  style: 'normal',
  markDefs: [],
  children: [{_key: 's', _type: 'span', text, marks: []}],
})

const article = 'article-massage-and-sleep'
const faq = 'faq-massage-tonight'
const technique = 'technique-swedish'
const citation = 'citation-moyer-2011'
const term = 'glossary-psqi'
const contraindication = 'contraindication-deep-vein-clot'

describe('blanks are no text', () => {
  test.each<[string, string, readonly string[]]>([
    [article, 'title', ['error title: Give the article a title.']],
    [article, 'summary', ['error summary: Summarise the article.']],
    [article, 'funding', ['error funding: Say who paid, or that nobody outside did.']],
    [faq, 'question', ['error question: Write the question.']],
    [faq, 'shortAnswer', ['error shortAnswer: Write the short answer.']],
    [technique, 'name', ['error name: Name the technique.']],
    [term, 'term', ['error term: Write the term.']],
    [term, 'plainDefinition', ['error plainDefinition: Define the term.']],
    [contraindication, 'name', ['error name: Name the contraindication.']],
    ['person-demo-editor', 'name', ['error name: Give the name.']],
    [
      'credential.demo-therapist',
      'jurisdiction',
      ['error jurisdiction: Give the country, state or province.'],
    ],
  ])('%s %s', async (id, field, expected) => {
    for (const nothing of [undefined, '', '   ', '\n']) {
      expect(await said(altered(id, {[field]: nothing}), field)).toEqual(expected)
    }
  })

  test('nor are paragraphs of them', async () => {
    for (const nothing of [undefined, [], [paragraph('')], [paragraph(' \n ')]]) {
      expect(await said(altered(technique, {definition: nothing}), 'definition')).toEqual([
        'error definition: Say what it is.',
      ])
    }
    const something = [paragraph('Long, gliding strokes.')]
    expect(await said(altered(technique, {definition: something}), 'definition')).toEqual([])
  })

  test.each<[string, readonly string[]]>([
    [`   ${'a'.repeat(19)}   `, ['error title: 19 characters. Write between 20 and 90.']],
    [`   ${'a'.repeat(90)}   `, []],
    ['a'.repeat(91), ['error title: 91 characters. Write between 20 and 90.']],
  ])('and do not count: %j', async (title, expected) => {
    expect(await said(altered(article, {title}), 'title')).toEqual(expected)
  })

  test('and no list item, heading of a column or family name', async () => {
    const points = ['One.', ' ', 'Two.', 'Three.']
    expect(await said(altered(article, {keyPoints: points}), 'keyPoints')).toEqual([
      'error keyPoints.1: Write the point, or remove it.',
    ])
    const csl = {_type: 'cslItem', type: 'book', title: 'A', author: [{_key: 'n', family: ' '}]}
    expect(await said(altered(citation, {csl: {...csl, issued: {year: 2011}}}), 'csl')).toEqual([
      'error csl.author.[n].family: Give a family name, or the organisation.',
    ])
  })
})

describe('an address', () => {
  const shape =
    'Use lower-case letters from a to z, digits and single hyphens, such as first-massage.'
  const generate = (source: string) =>
    `Press Generate to make an address from the ${source}. Where that gives none, type one by hand.`

  test.each<[string, string]>([
    ['article', 'title'],
    ['faqEntry', 'question'],
    ['technique', 'name'],
    ['person', 'name'],
  ])('that is missing from %s is told once', async (_type, source) => {
    for (const slug of [undefined, {_type: 'slug', current: '  '}]) {
      expect(await said({...saved, _id: 'drafts.new', _type, slug}, 'slug')).toEqual([
        `error slug: ${generate(source)}`,
      ])
    }
  })

  test.each<[string, string, readonly string[]]>([
    ['is not written as one', 'First Massage', [`error slug: ${shape}`]],
    ['is long', 'a'.repeat(81), ['error slug: 81 characters. Keep it to 80 or fewer.']],
    ['is as long as may be', 'a'.repeat(80), []],
    [
      'is taken',
      'first-massage-session',
      ['error slug: Another page has this address. Choose another one.'],
    ],
    ['is that of a page of another type', 'swedish', []],
    ['is free', 'nobody-else-has-it', []],
  ])('that %s', async (_name, current, expected) => {
    const page = {...saved, _id: 'drafts.new', _type: 'article', slug: {_type: 'slug', current}}
    expect(await said(page, 'slug')).toEqual(expected)
  })

  test('is asked about once', async () => {
    const asked: string[] = []
    const fetch = (question: string) => {
      asked.push(question)
      return Promise.resolve(true)
    }
    const client = {fetch, withConfig: () => client}
    await validateDocument({
      document: altered('person-demo-editor', {}),
      workspace: {schema, getClient: () => client} as unknown as Workspace,
      getDocumentExists: () => Promise.resolve(true),
    })
    expect(asked).toEqual([
      '!defined(*[_type == $docType && !sanity::versionOf($published) && slug.current == $slug][0]._id)',
    ])
  })

  test('that its other versions have is not taken', async () => {
    const live = altered(article, {})
    const draft = {...live, _id: `drafts.${article}`}
    const inRelease = {...live, _id: `versions.r1.${article}`}
    for (const version of [live, draft, inRelease]) {
      expect(await said(version, 'slug', [...starter, draft, inRelease])).toEqual([])
    }
  })

  const name =
    'Use the first author and the year, in lower-case letters from a to z with single hyphens, such as moyer-2011 or moyer-2011-b.'

  test.each<[string | undefined, readonly string[]]>([
    [
      undefined,
      [
        'error citeKey: Press Generate to make a short name from the first author and the year. Where that gives none, type one by hand.',
      ],
    ],
    ['Moyer 2011 😀', [`error citeKey: ${name}`]],
    ['moyer', [`error citeKey: ${name}`]],
    [`moyer-2011-${'a'.repeat(50)}`, ['error citeKey: 61 characters. Keep it to 60 or fewer.']],
    ['moyer-2004', ['error citeKey: Another citation has this short name. Choose another one.']],
    ['castro-sanchez-2011-b', []],
    ['study-group-3-2011', []],
    ['2011', [`error citeKey: ${name}`]],
    ['moyer-2011b', []],
  ])('or short name such as %j', async (current, expected) => {
    const citeKey = current === undefined ? undefined : {_type: 'slug', current}
    expect(await said(altered(citation, {citeKey}), 'citeKey')).toEqual(expected)
  })
})

describe('a day that cannot be', () => {
  const issued = (date: Record<string, unknown>) => {
    const {csl} = altered(citation, {})
    return altered(citation, {csl: {...(csl as object), issued: {_type: 'cslDate', ...date}}})
  }

  test.each<[Record<string, unknown>, readonly string[]]>([
    [{year: 2026}, []],
    [
      {year: 2027},
      ['error csl.issued.year: 2027 is still to come. Give the year in which it was published.'],
    ],
    [{year: 1499.5}, ['error csl.issued.year: A year of four digits, from 1500.']],
    [{year: 2011, month: 12.5}, ['error csl.issued.month: A month from 1 to 12.']],
    [{year: 2011, month: 0.5}, ['error csl.issued.month: A month from 1 to 12.']],
    [{year: 2011, month: 1, day: -1.5}, ['error csl.issued.day: A day from 1 to 31.']],
    [
      {year: 2023, month: 2, day: 31},
      ['error csl.issued.day: February 2023 has 28 days. Give the day that the work prints.'],
    ],
    [{year: 2024, month: 2, day: 29}, []],
    [
      {year: 2024, month: 4, day: 31},
      ['error csl.issued.day: April 2024 has 30 days. Give the day that the work prints.'],
    ],
  ])('of publication: %j', async (date, expected) => {
    expect(await said(issued(date), 'csl')).toEqual(expected)
  })

  test.each<[string, string, Record<string, unknown>, readonly string[]]>([
    [
      'credential.demo-therapist',
      'issued',
      {issued: '2026-12-01', expires: '2029-01-01'},
      ['error issued: This day is still to come. Give the day on which it was issued.'],
    ],
    ['credential.demo-therapist', 'issued', {issued: '2026-11-30', expires: '2029-01-01'}, []],
    [
      'evidence-recorded-sleep',
      'searchedOn',
      {searchedOn: '2031-01-01'},
      ['error searchedOn: This day is still to come. Give the day of the last search.'],
    ],
    [
      citation,
      'retraction',
      {retraction: {_type: 'retractionCheck', status: 'noneFound', checkedOn: '2026-12-01'}},
      ['error retraction.checkedOn: This day is still to come. Give the day of the look-up.'],
    ],
    [
      citation,
      'resolved',
      {resolved: {_type: 'citationResolution', resolvedOn: '2026-12-01'}},
      ['error resolved.resolvedOn: This day is still to come. Give the day of the look-up.'],
    ],
  ])('%s %s %j', async (id, field, fields, expected) => {
    expect(await said(altered(id, fields), field)).toEqual(expected)
  })
})

describe('one sentence for one fault', () => {
  const row = (key: string, cells: readonly string[]) => ({_key: key, _type: 'tableRow', cells})
  const table = (columns: readonly string[], ...rows: ReturnType<typeof row>[]) => ({
    sections: [
      {
        _key: 's',
        _type: 'articleSection',
        kind: 'introduction',
        heading: 'A table',
        body: [{_key: 't', _type: 'table', caption: 'Numbers', columns, rows}],
      },
    ],
  })

  test.each<[string, string, string, Record<string, unknown>, readonly string[]]>([
    ['a place in lists', faq, 'order', {order: -1.5}, ['error order: A whole number from 0 up.']],
    [
      'numbers of people',
      citation,
      'n',
      {n: {enrolled: -1.5, analysed: -2.5}},
      ['error n.analysed: A whole number above 0.', 'error n.enrolled: A whole number above 0.'],
    ],
    [
      'nobody enrolled',
      citation,
      'n',
      {n: {enrolled: 0}},
      ['error n.enrolled: A whole number above 0.'],
    ],
    [
      'studies included',
      citation,
      'studiesIncluded',
      {studiesIncluded: -1.5},
      ['error studiesIncluded: A whole number from 0 up.'],
    ],
    [
      'no sessions',
      technique,
      'typicalCourse',
      {typicalCourse: {_type: 'typicalCourse', sessions: 0, basis: 'convention'}},
      ['error typicalCourse.sessions: A number greater than 0.'],
    ],
    [
      'a length that is not there',
      technique,
      'sessionLength',
      {sessionLength: {minMinutes: 30}},
      ['error sessionLength.maxMinutes: Between 3 and 120 minutes.'],
    ],
    [
      'equal points',
      article,
      'keyPoints',
      {keyPoints: ['One point.', 'Another point.', ' one point. ', 'A third.']},
      ['error keyPoints.2: Each point only once.'],
    ],
    [
      'equal references',
      article,
      'authors',
      {
        authors: ['a', 'b'].map((_key) => ({
          _key,
          _type: 'reference',
          _ref: 'person-demo-editor',
        })),
      },
      ['error authors.[b]: Each author only once.'],
    ],
    [
      'a short row',
      article,
      'sections',
      table(['Name', 'Number'], row('r', ['One'])),
      [
        'error sections.[s].body.[t].rows.[r].cells: This row has 1 cell and needs 2, one for each column.',
      ],
    ],
    [
      'a column without a heading',
      article,
      'sections',
      table(['Name', ' '], row('r', ['One', '1'])),
      ['error sections.[s].body.[t].columns.1: Write the heading of the column.'],
    ],
  ])('%s', async (_what, id, field, fields, expected) => {
    expect(await said(altered(id, fields), field)).toEqual(expected)
  })
})

describe('a sentence says what to do', () => {
  const section = (heading: string) => ({
    _key: 's',
    _type: 'articleSection',
    kind: 'introduction',
    heading,
    body: [paragraph('Words.')],
  })
  const claim = (claimType: string) => ({
    _key: 'c',
    _type: 'claim',
    statement: 'Somebody offers a massage here.',
    claimType,
    hedge: 'does',
    topics: ['massagePractice'],
    citations: [
      {
        _key: 'u',
        _type: 'citationUse',
        citation: {_type: 'reference', _ref: citation},
        stance: 'supports',
        outcomeMatch: 'same',
        populationMatch: 'same',
        measurement: 'selfReport',
      },
    ],
  })
  const whom = 'warning claims.[c].population: Say whom this claim is about.'
  const outcome = 'warning claims.[c].outcome: Name the outcome that this claim is about.'

  test.each<[string, string, string, Record<string, unknown>, readonly string[]]>([
    [
      'a long heading',
      article,
      'sections',
      {sections: [section('a'.repeat(91))]},
      ['warning sections.[s].heading: 91 characters. Keep it to 90 or fewer.'],
    ],
    [
      'a range of pressure the wrong way round',
      technique,
      'pressure',
      {pressure: {min: 'deep', max: 'light'}},
      ['error pressure.max: This is lighter than the lightest pressure. Swap the two.'],
    ],
    [
      'a range of minutes the wrong way round',
      technique,
      'sessionLength',
      {sessionLength: {minMinutes: 90, maxMinutes: 30}},
      ['error sessionLength.maxMinutes: This is shorter than the shortest session. Swap the two.'],
    ],
    [
      'a work that is there already',
      citation,
      'identifiers',
      {identifiers: {_type: 'citationIdentifiers', doi: '10.1037/0033-2909.130.1.3'}},
      [
        'error identifiers.doi: moyer-2004 has the same DOI. Cite that one instead of making another.',
      ],
    ],
    [
      'a place that is no code',
      'credential.demo-therapist',
      'jurisdiction',
      {jurisdiction: 'Bavaria'},
      [
        'error jurisdiction: Write the code of a place: NZ for New Zealand, US-CA for California, DE-BY for Bavaria.',
      ],
    ],
    [
      'a long text about somebody',
      'person-demo-editor',
      'bio',
      {bio: ['one', 'two'].map((key) => paragraph('word '.repeat(61), key))},
      ['error bio: 122 words. Keep it to 120 or fewer.'],
    ],
    ['a claim about people', faq, 'claims', {claims: [claim('efficacy')]}, [outcome, whom]],
    ['a claim about how common it is', faq, 'claims', {claims: [claim('prevalence')]}, [whom]],
    ['a claim about a service', faq, 'claims', {claims: [claim('serviceDescription')]}, []],
  ])('%s', async (_what, id, field, fields, expected) => {
    expect(await said(altered(id, fields), field)).toEqual(expected)
  })
})

describe('of two documents that say the same, the newer one is told', () => {
  const twins = [
    {
      type: 'glossaryTerm',
      field: 'term',
      is: 'Sleep onset',
      again: ' sleep  ONSET ',
      told: 'Another entry explains “Sleep onset” (older). Add to that one, or choose another term.',
    },
    {
      type: 'contraindication',
      field: 'name',
      is: 'A broken bone',
      again: ' a broken  BONE ',
      told: 'Another contraindication is called “A broken bone” (older). Use that one, or choose another name.',
    },
    {
      type: 'faqEntry',
      field: 'question',
      is: 'Who may take 5*5 mg – or “more”?',
      again: ' who may  take 5*5 MG – or “more”? ',
      told: 'Another entry already answers “Who may take 5*5 mg – or “more”?” (older). Add to that one, or ask something else.',
    },
  ]

  test.each(twins)('$type', async ({type, field, is, again, told}) => {
    const older = {...saved, _id: 'older', _type: type, [field]: is}
    const edited = {...older, _id: 'drafts.older', _createdAt: '2026-11-27T00:00:00Z'}
    const newer = {
      ...saved,
      _id: 'drafts.newer',
      _type: type,
      _createdAt: '2026-11-25T00:00:00Z',
      [field]: again,
    }
    const sameAge = {...newer, _id: 'zzz', _createdAt: saved._createdAt}
    const unsaved = {...newer, _createdAt: undefined} as unknown as SanityDocument
    const error = [`error ${field}: ${told}`]
    const all = [older, edited, newer]
    expect(await said(older, field, all)).toEqual([])
    expect(await said(edited, field, all)).toEqual([])
    expect(await said(newer, field, all)).toEqual(error)
    expect(await said(unsaved, field, [older, edited])).toEqual(error)
    expect(await said(older, field, [older, sameAge])).toEqual([])
    expect(await said(sameAge, field, [older, sameAge])).toEqual(error)
    expect(await said({...newer, [field]: ''}, field, all)).toHaveLength(1)
  })
})

/** Every part of a form as it is written, with the way to it. */
function parts(
  value: unknown,
  path: string,
): readonly (readonly [string, Record<string, unknown>])[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => parts(item, `${path}.${nameOf(item) ?? index}`))
  }
  if (typeof value !== 'object' || value === null || '$$typeof' in value) return []
  const part = value as Record<string, unknown>
  const inner = ['fields', 'of', 'fieldsets', 'groups'].flatMap((key) => parts(part[key], path))
  return [[path, part], ...inner]
}

const nameOf = (item: unknown): string | undefined =>
  typeof item === 'object' && item !== null && 'name' in item ? String(item.name) : undefined

const written = schemaTypes.flatMap((type: SchemaTypeDefinition) => parts(type, type.name))

test('no list has members that are called by their type', () => {
  const plain = ['string', 'text', 'url', 'number', 'date', 'datetime', 'boolean']
  const nameless = written.flatMap(([path, {of}]) =>
    ((of ?? []) as {type: string; title?: string}[])
      .filter(({type, title}) => plain.includes(type) && title === undefined)
      .map(({type}) => `${path} ${type}`),
  )
  expect(nameless).toEqual([])
})

test('no group of fields is called by its name in the code', () => {
  const nameless = written.flatMap(([path, {fieldsets, groups}]) =>
    [
      ...((fieldsets ?? []) as {name: string; title?: string}[]),
      ...((groups ?? []) as {name: string; title?: string}[]),
    ]
      .filter(({title}) => title === undefined)
      .map(({name}) => `${path} ${name}`),
  )
  expect(nameless).toEqual([])
})

test('no form speaks of standards by number', () => {
  const standards = written.flatMap(([path, {description}]) =>
    typeof description === 'string' && /\bISO\b/.test(description) ? [path] : [],
  )
  expect(standards).toEqual([])
})

interface Previewed {
  readonly preview?: {readonly prepare?: (selection: Record<string, unknown>) => {title?: unknown}}
}

test.each<[string, Record<string, unknown>, string]>([
  ['article', {}, 'No title yet'],
  ['article', {title: '  '}, 'No title yet'],
  ['faqEntry', {title: ' '}, 'No question yet'],
  ['technique', {title: ' '}, 'No name yet'],
  ['glossaryTerm', {}, 'No term yet'],
  ['population', {}, 'No name yet'],
  ['treatment', {}, 'No name yet'],
  ['site', {}, 'No name yet'],
  ['emergencyNotice', {}, 'No name yet'],
  ['contraindication', {title: ' '}, 'No name yet'],
  ['disclaimer', {}, 'No name yet'],
  ['outcomeMeasure', {abbreviation: 'PSQI'}, 'No name yet (PSQI)'],
  ['researchCitation', {}, 'No title yet'],
  ['person', {honorifics: 'Dr'}, 'No name yet'],
  ['person', {honorifics: 'Dr', name: 'Ada Demo-Editor'}, 'Dr Ada Demo-Editor'],
  ['jurisdictionNote', {}, 'No place yet'],
  ['vocabularyCode', {}, 'No code yet'],
  ['supportLink', {}, 'No label yet'],
  ['pendingArticle', {}, 'No title yet'],
])('a list calls %s of %j: %s', (type, selection, title) => {
  const {preview} = schema.get(type) as Previewed
  expect(preview?.prepare?.(selection).title).toBe(title)
})
