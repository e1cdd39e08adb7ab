import {type SanityDocument} from 'sanity'
import {describe, expect, test} from 'vitest'
import {documentProblems, schema} from '../support/documentProblems.ts'
import {type Starter, starterContent} from '../support/starterContent.ts'

const stamped = (document: Starter): Starter & SanityDocument => ({
  _rev: 'r1',
  _createdAt: '2026-11-23T00:00:00Z',
  _updatedAt: '2026-11-23T00:00:00Z',
  ...document,
})
const starter = starterContent().map(stamped)
const problemsOf = (document: Starter) => documentProblems(stamped(document), starter)

/** A starter document with some fields replaced. */
function altered(id: string, fields: Record<string, unknown>): Starter {
  const document = starter.find(({_id}) => _id === id)
  if (document === undefined) throw new Error(`no starter document ${id}`)
  return {...document, ...fields} as Starter
}

test('the schema compiles without a problem', () => {
  const problems = (schema._validation ?? []).flatMap(({path, problems: list}) =>
    list.map(({severity, message}) => `${severity} ${JSON.stringify(path)} ${message}`),
  )
  expect(problems).toEqual([])
})

interface CompiledType {
  readonly name: string
  readonly jsonType: string
  readonly title?: string
  readonly description?: unknown
  readonly fields?: readonly {readonly name: string; readonly type: CompiledType}[]
  readonly of?: readonly CompiledType[]
  readonly type?: CompiledType
}

const own = new Set(schema._original?.types.map(({name}) => name))
const ownTypes = [...own].map((name) => schema.get(name) as CompiledType)

test('every field of every form explains itself', () => {
  const silent = ownTypes.flatMap((type) =>
    (type.fields ?? [])
      .filter(
        ({name}) =>
          type.name !== 'imageWithAlt' || !['asset', 'media', 'hotspot', 'crop'].includes(name),
      )
      .filter(({type: field}) => !field.title || !field.description)
      .map(({name}) => `${type.name}.${name}`),
  )
  expect(silent).toEqual([])
})

/** Everything that a form says to people, wherever it says it. */
function words(value: unknown, seen = new Set<unknown>()): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    typeof inner === 'string'
      ? ['title', 'description'].includes(name)
        ? [inner]
        : []
      : words(inner, seen),
  )
}

test('no form repeats how long the policy gives, which two people can change', () => {
  expect(words(schema._original).filter((said) => /\b\d+ (days?|months?)\b/.test(said))).toEqual([])
})

test.each([
  ['long ago', {status: 'noneFound', checkedOn: '2001-01-01', source: 'pubmed'}],
  ['today', {status: 'noneFound', checkedOn: '2026-11-23', source: 'pubmed'}],
])('a work that was looked up %s is for the policy to judge, not for its form', async (_, look) => {
  const retraction = {_type: 'retractionCheck', ...look}
  expect(await problemsOf(altered('citation-moyer-2011', {retraction}))).toEqual([])
})

/** Fields of a value that no form shows. */
function strangers(
  value: unknown,
  type: CompiledType | undefined,
  path: string,
): readonly string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown) => {
      if (item === null || typeof item !== 'object') return []
      const name = '_type' in item ? item._type : '_ref' in item ? 'reference' : 'object'
      const member = type?.of?.find((of) => of.name === name)
      return member === undefined
        ? [`${path}[${String(name)}]`]
        : strangers(item, member, `${path}[]`)
    })
  }
  if (value === null || typeof value !== 'object' || type?.name === 'block') return []
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    if (name.startsWith('_')) return []
    const field = type?.fields?.find((candidate) => candidate.name === name)
    return field === undefined
      ? [`${path}.${name}`]
      : strangers(inner, field.type, `${path}.${name}`)
  })
}

describe('the starter content', () => {
  test('is what the forms show, field by field', () => {
    const unknown = starter.flatMap((document) =>
      strangers(document, schema.get(document._type) as CompiledType | undefined, document._id),
    )
    expect(unknown).toEqual([])
  })

  test('has no problem that would keep an editor from publishing it', async () => {
    const problems = await Promise.all(
      starter.map(async (document) =>
        (await problemsOf(document))
          .filter((problem) => problem.startsWith('error'))
          .map((problem) => `${document._id} ${problem}`),
      ),
    )
    expect(problems.flat()).toEqual([])
  }, 60_000)
})

const block = (text: string, more: Record<string, unknown> = {}) => ({
  _type: 'block',
  _key: text.slice(0, 8),
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: 's', text, marks: []}],
  ...more,
})

const citation = 'citation-moyer-2011'
const faq = 'faq-massage-tonight'

describe('the Studio tells an editor', () => {
  test.each<[string, string, Record<string, unknown>, string]>([
    [
      'that a lead-in needs its list',
      faq,
      {longAnswer: [block('It helps with:')]},
      'error longAnswer.[It helps]: This ends with a colon, but no list follows. Add the list, or end the sentence.',
    ],
    [
      'that a question ends with a question mark',
      faq,
      {question: 'Could one massage help me sleep'},
      'error question: End the question with a question mark.',
    ],
    [
      'that another entry answers the same question',
      faq,
      {
        question: String(
          starter.find(({_id}) => _id === 'faq-best-type')?.['question'],
        ).toUpperCase(),
      },
      'error question: Another entry already answers “Which type of massage is best for sleep?” (faq-best-type). Add to that one, or ask something else.',
    ],
    [
      'that an Oxford level with a letter is of the older scale',
      citation,
      {oxfordCebm: {version: '2011', level: '1a'}},
      'error oxfordCebm.level: The 2011 scale has levels 1 to 5 without letters. 1a or 2b belongs to the 2009 scale.',
    ],
    [
      'that a work needs an identifier',
      citation,
      {identifiers: {_type: 'citationIdentifiers', url: 'https://example.org/a'}},
      'error identifiers: Say why the work has neither DOI nor PMID.',
    ],
    [
      'how a DOI is written',
      citation,
      {identifiers: {_type: 'citationIdentifiers', doi: 'https://doi.org/10.1000/abc.'}},
      'error identifiers.doi: Write it as 10.1000/abc',
    ],
    [
      'that another citation has the same DOI',
      citation,
      {identifiers: {_type: 'citationIdentifiers', doi: '10.1037/0033-2909.130.1.3'}},
      'error identifiers.doi: moyer-2004 has the same DOI. Cite that one instead of making another.',
    ],
    [
      'that a state licence needs its state',
      'credential.demo-therapist',
      {credentialType: 'US-LMT', jurisdiction: 'US'},
      'error jurisdiction: This licence is given by a state or province. Write US-CA or CA-ON, not the country alone.',
    ],
    [
      'that nothing expires before it was issued',
      'credential.demo-therapist',
      {issued: '2025-01-15', expires: '2024-01-15'},
      'error expires: It cannot expire before it was issued.',
    ],
    [
      'that what renews has an expiry date',
      'credential.demo-therapist',
      {expires: undefined, noExpiryReason: 'Granted for life'},
      'error expires: Give the expiry date: only diplomas granted for life have none.',
    ],
    [
      'that what was granted for life says so',
      'credential.demo-therapist',
      {credentialType: 'CBSM', expires: undefined},
      'error expires: Give the expiry date, or below the reason why there is none.',
    ],
    [
      'that an ORCID iD is misread',
      'person-demo-editor',
      {orcid: '0000-0002-1825-0098'},
      'error orcid: The last digit of this ORCID iD does not fit the others, so at least one digit is wrong.',
    ],
    [
      'that an image needs words',
      'person-demo-editor',
      {photo: {_type: 'imageWithAlt', asset: {_type: 'reference', _ref: 'image-abc-1x1-png'}}},
      'error photo.alt: Describe the image, or tick “Decoration only”.',
    ],
    [
      'that a certainty follows from its reasons',
      'evidence-recorded-sleep',
      {certainty: 'high'},
      'error certainty: The reasons lead to “Very low”. Choose that, or say below why not.',
    ],
    [
      'that a cited work was retracted',
      'contraindication-deep-vein-clot',
      {citation: {_type: 'reference', _ref: 'citation-miri-2023-retracted'}},
      'error citation: This work has been retracted or withdrawn. Remove it, and check what rests on it.',
    ],
  ])('%s', async (_what, id, fields, problem) => {
    expect(await problemsOf(altered(id, fields))).toContain(problem)
  })

  test('that a claim hides the study against it', async () => {
    const claim = {
      _key: 'claim',
      _type: 'claim',
      statement: 'A massage lowers the stress hormone cortisol.',
      claimType: 'mechanism',
      hedge: 'does',
      topics: ['relaxationWellbeing'],
      citations: [
        {
          _key: 'use',
          _type: 'citationUse',
          citation: {_type: 'reference', _ref: citation},
          stance: 'contradicts',
          outcomeMatch: 'same',
          populationMatch: 'same',
          measurement: 'biomarker',
        },
      ],
    }
    const problems = await problemsOf(altered(faq, {claims: [claim]}))
    expect(problems.filter((problem) => problem.startsWith('error'))).toEqual([
      'error claims.[claim].counterEvidenceAcknowledged: A cited study speaks against this claim. Tell readers in the text, then tick this.',
    ])
  })
})
