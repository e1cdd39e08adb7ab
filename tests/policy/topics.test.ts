import {describe, expect, test} from 'vitest'
import {
  citedWork,
  documentTopics,
  isGoverned,
  isRetracted,
  namedAuthors,
  riskClassOf,
  type Topic,
} from '../../plugins/review-workflow/policy/index.ts'

const article = (fields: object) => ({_type: 'article', ...fields})

test('articles, answers and techniques are governed, and nothing that merely looks so', () => {
  const types = [
    'article',
    'faqEntry',
    'technique',
    'person',
    'toString',
    '__proto__',
    'Article',
    '',
  ]
  expect(types.filter(isGoverned)).toEqual(['article', 'faqEntry', 'technique'])
})

describe('a document is about', () => {
  test.each<[string, object, readonly Topic[]]>([
    ['what its type is about', article({}), ['sleepHealthGeneral']],
    ['how a technique is done', {_type: 'technique'}, ['techniqueDescription']],
    [
      'what it declares',
      article({riskTopics: ['sportsRecovery']}),
      ['sleepHealthGeneral', 'sportsRecovery'],
    ],
    [
      'what its claims declare, however deep',
      article({sections: [{claims: [{topics: ['sleepHabits']}]}]}),
      ['sleepHabits', 'sleepHealthGeneral'],
    ],
    [
      'nothing that the policy does not know',
      article({riskTopics: ['astrology', 7, null]}),
      ['sleepHealthGeneral'],
    ],
    [
      'what a word in a caption brings',
      article({image: {caption: 'A trimester'}}),
      ['pregnancyPostnatal', 'sleepHealthGeneral'],
    ],
    [
      'what a word that is half bold brings',
      article({
        body: [
          {
            children: [
              {_type: 'span', text: 'preg'},
              {_type: 'span', text: 'nancy'},
            ],
          },
        ],
      }),
      ['pregnancyPostnatal', 'sleepHealthGeneral'],
    ],
    [
      'what a word with an invisible hyphen brings',
      article({body: 'can\u00adcer, DV\u200bT'}),
      ['cancer', 'clottingCardiovascular', 'sleepHealthGeneral'],
    ],
    [
      'what a word in look-alike letters brings',
      article({body: 'ｃａｎｃｅｒ'}),
      ['cancer', 'sleepHealthGeneral'],
    ],
    [
      'not what names of other documents sound like',
      article({image: {_ref: 'infant', _key: 'cancer'}}),
      ['sleepHealthGeneral'],
    ],
    ['nothing when its type is not governed', {_type: 'person'}, []],
    ['nothing when it is no document', 'cancer' as unknown as object, []],
  ])('%s', (_, document, found) => {
    expect(documentTopics(document)).toEqual(found)
  })
})

describe('words bring topics', () => {
  test.each<[Topic, string]>([
    ['pregnancyPostnatal', 'Pregnant?'],
    ['pregnancyPostnatal', 'while breastfeeding'],
    ['paediatric', 'babies and toddlers'],
    ['paediatric', 'Pediatrician'],
    ['medication', 'your prescribed dose'],
    ['medication', 'blood thinners'],
    ['medication', 'come off the pills'],
    ['mentalHealthDisorder', 'Depression'],
    ['mentalHealthDisorder', 'anxiety'],
    ['crisis', 'suicidal'],
    ['crisis', 'self-harm'],
    ['cancer', 'tumours'],
    ['clottingCardiovascular', 'a clot'],
    ['insomniaDisorder', 'CBT-I'],
    ['insomniaDisorder', 'sleep apnoea'],
    ['olderAdultsFrailty', 'older people'],
    ['surgeryHospital', 'after surgery'],
  ])('%s: %s', (topic, text) => {
    expect(documentTopics(article({body: text}))).toContain(topic)
  })

  test.each(['a calm evening', 'surge', 'scancer', 'babysitter', 'clothes', 'ageless'])(
    '%s brings none',
    (text) => {
      expect(documentTopics(article({body: text}))).toEqual(['sleepHealthGeneral'])
    },
  )

  test('nesting without end does not stop the search', () => {
    let deep: unknown = 'cancer'
    for (let level = 0; level < 100_000; level++) deep = [deep]
    expect(documentTopics(article({deep}))).toEqual(['cancer', 'sleepHealthGeneral'])
  })
})

test('the highest class counts, and an unknown topic is no small matter', () => {
  expect(riskClassOf([])).toBe('R1')
  expect(riskClassOf(['massagePractice', 'insomniaDisorder', 'sleepHabits'])).toBe('R3')
  expect(riskClassOf(['massagePractice', 'cancer'])).toBe('R4')
  expect(riskClassOf(['toString' as Topic])).toBe('R4')
})

test('named are authors and editors, once each', () => {
  const named = {
    authors: [{_ref: 'b'}, {_ref: 'a'}, 'c', null],
    editors: [{_ref: 'a'}],
    author: {_ref: 'd'},
  }
  expect(namedAuthors(named)).toEqual(['a', 'b', 'd'])
  expect([null, 'x', [], {}].map(namedAuthors)).toEqual([[], [], [], []])
})

test('retracted are works that their journal took back', () => {
  const statuses = ['retracted', 'withdrawn', 'corrected', 'noneFound', undefined]
  const retractions: readonly unknown[] = [
    ...statuses.map((status) => ({status})),
    undefined,
    'retracted',
  ]
  const works = retractions.map((retraction) =>
    citedWork({_id: 'trial', _type: 'researchCitation', retraction}),
  )
  expect(works.map((work) => work !== null && isRetracted(work))).toEqual([
    ...[true, true, false, false, false],
    ...[false, false],
  ])
  expect([null, {}, {_type: 'person', retraction: {status: 'retracted'}}].map(citedWork)).toEqual([
    null,
    null,
    null,
  ])
})
