import {describe, expect, test} from 'vitest'
import {
  documentTopics,
  type RiskClass,
  riskClassOf,
  type Topic,
  topics,
} from '../../plugins/review-workflow/policy/index.ts'

/** What the words bring, beyond what an article is about anyway. */
const brought = (text: string) =>
  documentTopics({_type: 'article', title: text}).filter((topic) => topic !== 'sleepHealthGeneral')

const words: {readonly [topic in Topic]?: readonly string[]} = {
  pregnancyPostnatal: [
    ...['Pregnant?', 'pregnancy', 'PRENATAL', 'antenatal', 'first trimester'],
    ...['postnatal', 'postpartum', 'breastfeeding'],
  ],
  paediatric: [
    ...['a child', 'children', 'infants', 'baby', 'babies', 'paediatric', 'pediatrician'],
    ...['toddlers', 'teenagers', 'growing pains'],
  ],
  medication: [
    ...['medication', 'medicines', 'sleep aids', 'pharmaceuticals', 'benzodiazepine', 'zolpidem'],
    ...['SSRIs', 'warfarin', 'blood thinners', 'prescribed', 'Stop the pills'],
    ...['instead of antidepressants', 'wean yourself off sleeping tablets'],
  ],
  mentalHealthDisorder: [
    ...['depression', 'anxiety', 'anxiety disorders', 'mental health', 'PTSD', 'bipolar', 'panic'],
  ],
  cancer: ['cancer', 'a tumor', 'tumours', 'chemotherapy', 'radiotherapy', 'metastatic'],
  clottingCardiovascular: [
    ...['a clot', 'thrombosis', 'DVT', 'embolism', 'stroke', 'heart attack', 'anticoagulants'],
  ],
  insomniaDisorder: [
    ...['insomnia', 'sleep apnea', 'sleep apnoea', 'restless legs', 'narcolepsy', 'CBT-I', 'CBTI'],
  ],
  olderAdultsFrailty: [
    ...['seniors', 'aging', 'ageing', 'older adults', 'older people', 'dementia', 'frailty'],
    ...['Alzheimer’s', 'falls'],
  ],
  surgeryHospital: ['surgery', 'surgical', 'post-operative', 'fractures', 'osteoporosis'],
}

describe('every word of the lexicon', () => {
  const cases = Object.entries(words).flatMap(([topic, list]) =>
    list.map((text) => [text, topic] as const),
  )
  test.each(cases)('“%s” brings %s', (text, topic) => {
    expect(brought(text)).toEqual([topic])
  })

  test.each(['suicide', 'suicidal', 'self-harm'])('“%s” brings a crisis', (text) => {
    expect(brought(text)).toEqual(['crisis', 'mentalHealthDisorder'])
  })

  test.each(['Pills in a drawer', 'Stop. These pills', 'strokes along the back', 'the childhood'])(
    '“%s” brings nothing',
    (text) => {
      expect(brought(text)).toEqual([])
    },
  )
})

describe('no way of writing hides a word', () => {
  test.each<[string, string, Topic]>([
    ['a soft hyphen', 'preg\u00adnancy', 'pregnancyPostnatal'],
    ['a zero-width space', 'can\u200bcer', 'cancer'],
    ['wide letters', 'ｃａｎｃｅｒ', 'cancer'],
    ['a space that does not break', 'heart\u00a0attack', 'clottingCardiovascular'],
    ['a line break', 'heart\nattack', 'clottingCardiovascular'],
    ['two spaces', 'blood  thinners', 'medication'],
    ['a hyphen that does not break', 'CBT\u2011I', 'insomniaDisorder'],
    ['a typographic hyphen', 'post\u2010operative', 'surgeryHospital'],
  ])('%s', (_name, text, topic) => {
    expect(brought(text)).toEqual([topic])
  })

  test('half of it in bold', () => {
    const span = (text: string) => ({_type: 'span', _key: text, text})
    const body = [{_type: 'block', children: [span('blood '), span('thin'), span('ners')]}]
    expect(documentTopics({_type: 'technique', body})).toEqual([
      'medication',
      'techniqueDescription',
    ])
  })

  test('a field beside it that is not set', () => {
    expect(documentTopics({_type: 'technique', note: 'cancer', gone: undefined})).toEqual([
      'cancer',
      'techniqueDescription',
    ])
  })

  test('a list of topics that it is written into', () => {
    expect(documentTopics({_type: 'technique', topics: ['pregnant clients']})).toEqual([
      'pregnancyPostnatal',
      'techniqueDescription',
    ])
  })

  test('declaring something else: declared topics and words add up, wherever they stand', () => {
    expect(
      documentTopics({
        _type: 'article',
        riskTopics: ['massagePractice'],
        sections: [{claims: [{topics: ['sleepMeasurement'], text: 'For seniors'}]}],
        safety: {riskTopics: ['contraindicationsGeneral']},
      }),
    ).toEqual([
      'contraindicationsGeneral',
      'massagePractice',
      'olderAdultsFrailty',
      'sleepHealthGeneral',
      'sleepMeasurement',
    ])
  })
})

test('ids, keys and types are no words', () => {
  expect(
    documentTopics({
      _id: 'cancer',
      _type: 'article',
      related: [{_type: 'reference', _key: 'baby', _ref: 'pregnancy-massage'}],
    }),
  ).toEqual(['sleepHealthGeneral'])
})

test('every topic has its risk class', () => {
  const classes: {readonly [riskClass in RiskClass]: readonly Topic[]} = {
    R1: [
      ...(['massagePractice', 'techniqueDescription', 'relaxationWellbeing'] as const),
      'regulatoryCredentialStatement',
    ],
    R2: [
      ...(['sleepHealthGeneral', 'sleepHabits', 'sleepEnvironment', 'sleepMeasurement'] as const),
      'massageForSleepEfficacy',
    ],
    R3: [
      ...(['insomniaDisorder', 'treatmentComparison', 'otherSleepDisorder'] as const),
      ...(['painMusculoskeletal', 'sportsRecovery', 'olderAdultsFrailty'] as const),
      ...(['contraindicationsGeneral', 'contestedModality'] as const),
    ],
    R4: [
      ...(['pregnancyPostnatal', 'paediatric', 'medication', 'mentalHealthDisorder'] as const),
      ...(['crisis', 'cancer', 'clottingCardiovascular', 'surgeryHospital'] as const),
      'dementiaCapacity',
    ],
  }
  const found = Object.groupBy(Object.keys(topics) as Topic[], (topic) => riskClassOf([topic]))
  for (const riskClass of ['R1', 'R2', 'R3', 'R4'] as const)
    expect(found[riskClass]?.toSorted()).toEqual(classes[riskClass].toSorted())
})
