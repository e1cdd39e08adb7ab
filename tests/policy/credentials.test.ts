import {describe, expect, test} from 'vitest'
import {
  assess,
  type Credential,
  credentialLabel,
  type CredentialProblem,
  credentialTypes,
  type Family,
  riskClassOf,
  topics,
} from '../../plugins/review-workflow/policy/index.ts'
import {
  credentialTypeOptions,
  credentialTypes as schemaCredentialTypes,
} from '../../schemas/credentialTypes.ts'
import {
  riskClassOf as schemaRiskClassOf,
  riskTopicOptions,
  riskTopics,
} from '../../schemas/riskTopics.ts'
import {credential, now, party, rita, tess} from '../support/facts.ts'

const proves = (...families: readonly Family[]) => ({families, problem: null})
const nothing = (problem: CredentialProblem) => ({families: [], problem})
const held = (overrides: Partial<Credential>, ...others: readonly Partial<Credential>[]) => {
  const main = credential(overrides)
  const onFile = [
    main,
    ...others.map((other, index) => credential({id: `other-${index}`, ...other})),
  ]
  return assess(main, onFile, now)
}

describe('what a credential proves', () => {
  const cases: readonly (readonly [string, Partial<Credential>, unknown])[] = [
    ['a state licence', {typeCode: 'US-LMT', jurisdiction: 'US-NY'}, proves('MT-REG')],
    ['the licence of Puerto Rico', {typeCode: 'US-LMT', jurisdiction: 'US-PR'}, proves('MT-REG')],
    [
      'a licence of the whole country does not exist',
      {typeCode: 'US-LMT', jurisdiction: 'US'},
      nothing('wrongJurisdiction'),
    ],
    ...['US-KS', 'US-MN', 'US-WY', 'US-VT', 'US-CA', 'US-ZZ'].map(
      (jurisdiction): readonly [string, Partial<Credential>, unknown] => [
        `${jurisdiction} licenses no massage therapist`,
        {typeCode: 'US-LMT', jurisdiction},
        nothing('wrongJurisdiction'),
      ],
    ),
    [
      'a registration in Vermont takes no examination',
      {typeCode: 'US-VT-REG', jurisdiction: 'US-VT'},
      proves('MT-ASSOC'),
    ],
    ['CMT in California', {typeCode: 'US-CA-CMT', jurisdiction: 'US-CA'}, proves('MT-CERT')],
    [
      'CMT means something else elsewhere',
      {typeCode: 'US-CA-CMT', jurisdiction: 'US-DE'},
      nothing('wrongJurisdiction'),
    ],
    ['board certification', {typeCode: 'BCTMB', jurisdiction: null}, proves('MT-CERT')],
    ...['CA-BC', 'CA-ON', 'CA-NB', 'CA-NL', 'CA-PE'].map(
      (jurisdiction): readonly [string, Partial<Credential>, unknown] => [
        `RMT of the college of ${jurisdiction}`,
        {typeCode: 'CA-RMT', jurisdiction},
        proves('MT-REG'),
      ],
    ),
    ...['CA-AB', 'CA-MB', 'CA-NS', 'CA-QC', 'CA-SK', 'CA'].map(
      (jurisdiction): readonly [string, Partial<Credential>, unknown] => [
        `RMT is no licence in ${jurisdiction}`,
        {typeCode: 'CA-RMT', jurisdiction},
        nothing('wrongJurisdiction'),
      ],
    ),
    [
      'RMT of an association',
      {typeCode: 'CA-RMT-ASSOC', jurisdiction: 'CA-AB'},
      proves('MT-ASSOC'),
    ],
    [
      'CNHC with the discipline of massage therapy',
      {typeCode: 'UK-CNHC', jurisdiction: 'GB', discipline: ' Massage  therapy '},
      proves('MT-CERT'),
    ],
    [
      'FHT with the discipline of sports massage in Scotland',
      {typeCode: 'UK-FHT', jurisdiction: 'GB-SCT', discipline: 'Sports Massage'},
      proves('MT-CERT'),
    ],
    [
      'CNHC lists reiki too',
      {typeCode: 'UK-CNHC', jurisdiction: 'GB', discipline: 'Reiki'},
      nothing('wrongDiscipline'),
    ],
    [
      'CNHC with no discipline',
      {typeCode: 'UK-CNHC', jurisdiction: 'GB'},
      nothing('wrongDiscipline'),
    ],
    [
      'CNHC is British',
      {typeCode: 'UK-CNHC', jurisdiction: 'IE', discipline: 'Massage Therapy'},
      nothing('wrongJurisdiction'),
    ],
    ['HCPC physiotherapy', {typeCode: 'UK-HCPC-PT', jurisdiction: 'GB'}, proves('CLIN-PT')],
    ...['AU-AMT', 'AU-MMA', 'AU-ANTA', 'AU-ATMS'].flatMap(
      (typeCode): readonly (readonly [string, Partial<Credential>, unknown])[] => [
        [
          `${typeCode} with a diploma of remedial massage`,
          {typeCode, jurisdiction: 'AU', discipline: 'Remedial Massage'},
          proves('MT-CERT'),
        ],
        [
          `${typeCode} without a diploma is a membership`,
          {typeCode, jurisdiction: 'AU-NSW'},
          proves('MT-ASSOC'),
        ],
      ],
    ),
    ['RMT in New Zealand', {typeCode: 'NZ-RMT', jurisdiction: 'NZ'}, proves('MT-CERT')],
    ['a board of sleep medicine', {typeCode: 'ABMS-SM'}, proves('SLP-MED')],
    ['an osteopathic board', {typeCode: 'AOA-SM'}, proves('SLP-MED')],
    ['clinical sleep health', {typeCode: 'CCSH'}, proves('SLP-EDU')],
    ...['RPSGT', 'RST', 'RRT-SDS', 'CRT-SDS', 'ESRS-TECH'].map(
      (typeCode): readonly [string, Partial<Credential>, unknown] => [
        `the sleep technologist ${typeCode}`,
        {typeCode},
        proves('SLP-TECH'),
      ],
    ),
    ['an entry certificate entitles nobody', {typeCode: 'CPSGT'}, nothing('noFamily')],
    ...['DBSM', 'CBSM', 'ABSM-D'].map(
      (typeCode): readonly [string, Partial<Credential>, unknown] => [
        `${typeCode} alone proves no practice`,
        {typeCode},
        nothing('licenceMissing'),
      ],
    ),
    ['a somnologist may be a scientist', {typeCode: 'ESRS-SOM'}, proves('SLP-EDU')],
    [
      'a licence names its place',
      {typeCode: 'CLIN-GP', jurisdiction: null},
      nothing('wrongJurisdiction'),
    ],
    ['a code that the registry does not know', {typeCode: 'NPI'}, nothing('unknownType')],
    ['letters alone', {typeCode: 'RMT'}, nothing('unknownType')],
    ['a name that every object has', {typeCode: 'constructor'}, nothing('unknownType')],
  ]

  test.each(cases)('%s', (_name, overrides, assessment) => {
    expect(held(overrides)).toEqual(assessment)
  })

  test.each(
    Object.keys(credentialTypes).filter((code) => code.startsWith('CLIN-')) as readonly Family[],
  )('the licence %s', (typeCode) => {
    expect(held({typeCode, jurisdiction: 'GB'})).toEqual(proves(typeCode))
  })
})

describe('beside a licence', () => {
  test.each<[string, string, string, unknown]>([
    ['DBSM with a psychology licence', 'DBSM', 'CLIN-MH', proves('SLP-BEH')],
    ['CBSM with a medical licence', 'CBSM', 'CLIN-GP', proves('SLP-BEH')],
    ['an early diplomate with a medical licence', 'ABSM-D', 'CLIN-GP', proves('SLP-MED')],
    ['an early diplomate who is a psychologist', 'ABSM-D', 'CLIN-MH', nothing('licenceMissing')],
    ['a somnologist who is a physician', 'ESRS-SOM', 'CLIN-GP', proves('SLP-MED')],
    ['a somnologist who is a psychologist', 'ESRS-SOM', 'CLIN-MH', proves('SLP-BEH')],
    ['a massage licence is no clinical licence', 'DBSM', 'NZ-RMT', nothing('licenceMissing')],
  ])('%s', (_name, typeCode, licence, assessment) => {
    const jurisdiction = licence === 'NZ-RMT' ? 'NZ' : 'GB'
    expect(held({typeCode}, {typeCode: licence, jurisdiction})).toEqual(assessment)
  })

  test.each<[string, Partial<Credential>]>([
    ['of somebody else', {holder: 'person-sam'}],
    ['that has expired', {expires: '2026-05-31'}],
    ['that is suspended', {state: 'suspended'}],
    ['that nobody has verified', {state: 'pending', verifiedBy: null}],
    ['that its holder verified', {verifiedBy: party(tess)}],
    ['without a place', {jurisdiction: null}],
  ])('a licence %s does not count', (_name, overrides) => {
    expect(held({typeCode: 'DBSM'}, {typeCode: 'CLIN-MH', ...overrides})).toEqual(
      nothing('licenceMissing'),
    )
  })
})

describe('in force', () => {
  test.each<[string, Partial<Credential>, unknown]>([
    ['nobody has verified it', {state: 'pending', verifiedBy: null}, nothing('pending')],
    ['it says active, and nobody has verified it', {verifiedBy: null}, nothing('pending')],
    [
      'an account without a person verified it',
      {verifiedBy: {userId: 'user-rita', personId: null}},
      nothing('pending'),
    ],
    ['it is suspended', {state: 'suspended'}, nothing('suspended')],
    ['its holder verified it', {verifiedBy: party(tess)}, nothing('selfVerified')],
    [
      'its holder verified it from another account',
      {verifiedBy: {userId: 'user-other', personId: 'person-tess'}},
      nothing('selfVerified'),
    ],
    ['it has no date of issue', {issued: null}, nothing('undated')],
    ['it has no last day and no reason for that', {expires: null}, nothing('undated')],
    ['the reason is blank', {expires: null, noExpiryReason: ' '}, nothing('undated')],
    [
      'it is for a lifetime, with a reason',
      {expires: null, noExpiryReason: 'Diplomate for life'},
      proves('MT-CERT'),
    ],
    ['its last day is no day', {expires: 'next year'}, nothing('undated')],
    ['its last day is no day of the calendar', {expires: '2026-06-31'}, nothing('undated')],
    ['its last day is a time', {expires: '2027-01-01T00:00:00Z'}, nothing('undated')],
    ['it is issued today', {issued: '2026-06-01'}, proves('MT-CERT')],
    ['it is issued tomorrow', {issued: '2026-06-02'}, nothing('notYetIssued')],
    ['today is its last day', {expires: '2026-06-01'}, proves('MT-CERT')],
    ['yesterday was its last day', {expires: '2026-05-31'}, nothing('expired')],
  ])('%s', (_name, overrides, assessment) => {
    expect(held(overrides)).toEqual(assessment)
  })

  test.each<[string, unknown]>([
    ['2026-06-30T23:59:59.999Z', proves('MT-CERT')],
    ['2026-07-01T00:00:00.000Z', nothing('expired')],
    ['yesterday', nothing('undated')],
    ['', nothing('undated')],
  ])('until the end of its last day in UTC: at %s', (at, assessment) => {
    const main = credential({expires: '2026-06-30'})
    expect(assess(main, [main], at)).toEqual(assessment)
  })

  test('a registrar other than the holder may hold credentials too', () => {
    const main = credential({holder: 'person-ada', verifiedBy: party(rita)})
    expect(assess(main, [main, credential({holder: 'person-rita'})], now)).toEqual(
      proves('MT-CERT'),
    )
  })
})

describe('the forms and the policy', () => {
  test('offer and know the same credentials', () => {
    expect(credentialTypeOptions.map(({value}) => value).sort()).toEqual(
      Object.keys(credentialTypes).sort(),
    )
  })

  test('offer and know the same topics', () => {
    expect(riskTopicOptions.map(({value}) => value).sort()).toEqual(Object.keys(topics).sort())
  })

  test('put every topic in the same risk class', () => {
    expect(
      Object.fromEntries(Object.entries(riskTopics).map(([topic, {floor}]) => [topic, floor])),
    ).toEqual(
      Object.fromEntries(Object.entries(topics).map(([topic, {riskClass}]) => [topic, riskClass])),
    )
    const found = ['massagePractice', 'insomniaDisorder'] as const
    expect(schemaRiskClassOf(found)).toBe(riskClassOf(found))
  })

  test.each(Object.keys(schemaCredentialTypes))('%s is shown with its issuer', (typeCode) => {
    const label = credentialLabel({typeCode})
    expect(label).toMatch(/^[A-Z].*, .+$/)
    expect(label).not.toContain('undefined')
  })

  test('an unknown credential is shown as one', () => {
    expect(credentialLabel({typeCode: 'NPI'})).toBe('unknown credential "NPI"')
  })
})
