import {describe, expect, test} from 'vitest'
import {
  type Credential,
  decide,
  defaultPolicy,
  type Family,
  requirements,
  type SignOff,
  type Topic,
  topics,
} from '../../plugins/review-workflow/policy/index.ts'
import {credential, facts, publish, signedCredential, signOff, version} from '../support/facts.ts'

const holders = {
  'BCTMB': 'MT-CERT',
  'ABMS-SM': 'SLP-MED',
  'CCSH': 'SLP-EDU',
  'RPSGT': 'SLP-TECH',
  'CLIN-GP': 'CLIN-GP',
  'CLIN-OB': 'CLIN-OB',
  'CLIN-PED': 'CLIN-PED',
  'CLIN-MH': 'CLIN-MH',
  'CLIN-ONC': 'CLIN-ONC',
} as const satisfies {readonly [typeCode: string]: Family}
type TypeCode = keyof typeof holders
const everything = Object.keys(holders) as TypeCode[]

/** What each of these people holds, and signed on. */
function signedBy(people: readonly (readonly TypeCode[])[]): {
  readonly credentials: readonly Credential[]
  readonly signOffs: readonly SignOff[]
} {
  const held = people.flatMap((typeCodes, who) =>
    typeCodes.map((typeCode) =>
      credential({id: `${who}-${typeCode}`, holder: `person-${who}`, typeCode}),
    ),
  )
  const signOffs = people.map((typeCodes, who) =>
    signOff({
      seq: who + 1,
      personId: `person-${who}`,
      credentials: typeCodes.map((typeCode) =>
        signedCredential({id: `${who}-${typeCode}`, typeCode, families: [holders[typeCode]]}),
      ),
    }),
  )
  return {credentials: held, signOffs}
}

function missing(topic: Topic, ...people: readonly (readonly TypeCode[])[]): readonly string[] {
  const draft = version({topics: ['sleepHealthGeneral', topic]})
  const decision = decide(facts({draft, ...signedBy(people)}), publish)
  return decision.allowed ? [] : decision.denials.map(({code}) => code)
}

const high = Object.keys(topics).filter(
  (topic): topic is Topic => topics[topic as Topic].riskClass === 'R4',
)

describe('words of high risk', () => {
  test.each(high)('%s: nobody signs alone, whatever they hold', (topic) => {
    expect(missing(topic, everything)).toContain('secondPersonMissing')
  })

  test.each(high)('%s: two who hold everything suffice', (topic) => {
    expect(missing(topic, everything, everything)).toEqual([])
  })

  test.each<[Topic, readonly (readonly TypeCode[])[], readonly string[]]>([
    ['cancer', [['CLIN-ONC'], ['BCTMB']], []],
    ['cancer', [['CLIN-ONC'], ['ABMS-SM']], []],
    ['cancer', [['BCTMB'], ['ABMS-SM']], ['signOffMissing']],
    ['cancer', [['CLIN-ONC'], ['CLIN-GP']], ['signOffMissing', 'secondPersonMissing']],
    ['mentalHealthDisorder', [['CLIN-MH'], ['BCTMB']], []],
    ['paediatric', [['CLIN-PED'], ['BCTMB']], []],
    ['medication', [['ABMS-SM'], ['BCTMB']], []],
    ['medication', [['CLIN-GP'], ['CCSH']], ['signOffMissing', 'secondPersonMissing']],
    ['medication', [['ABMS-SM'], ['RPSGT']], ['secondPersonMissing']],
    ['medication', [['ABMS-SM'], ['CLIN-ONC']], ['secondPersonMissing']],
    ['pregnancyPostnatal', [['CLIN-OB'], ['BCTMB']], []],
    ['pregnancyPostnatal', [['CLIN-OB', 'BCTMB'], ['BCTMB']], []],
    ['pregnancyPostnatal', [['CLIN-OB', 'BCTMB'], ['ABMS-SM']], ['signOffMissing']],
    ['pregnancyPostnatal', [['CLIN-OB'], ['ABMS-SM']], ['signOffMissing']],
  ])('%s signed by %j lacks %j', (topic, people, codes) => {
    expect(missing(topic, ...people)).toEqual(codes)
  })
})

test('a sleep educator signs education alone, and nothing of R3 or above', () => {
  const either = ['MT-REG', 'MT-CERT', 'SLP-MED', 'SLP-BEH']
  expect(requirements(['sleepHabits'], defaultPolicy)).toEqual([
    {topic: 'sleepHabits', groups: [[...either, 'SLP-EDU']]},
  ])
  expect(
    requirements(['sleepHabits', 'sleepMeasurement', 'insomniaDisorder'], defaultPolicy),
  ).toEqual([
    {topic: 'sleepHabits', groups: [either]},
    {topic: 'sleepMeasurement', groups: [['SLP-MED', 'SLP-BEH']]},
    {topic: 'insomniaDisorder', groups: [['SLP-MED', 'SLP-BEH']]},
  ])
  expect(missing('sleepHabits', ['CCSH'])).toEqual([])
  expect(missing('sportsRecovery', ['CCSH'])).toEqual(['signOffMissing'])
})
