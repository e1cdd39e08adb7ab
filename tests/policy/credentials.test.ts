import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {
  credentialLabel,
  credentialTypes,
} from '../../plugins/review-workflow/policy/credentialTypes.ts'
import {day, dayIn, daysLater} from '../../plugins/review-workflow/policy/days.ts'
import {assess, recordProblem} from '../../plugins/review-workflow/policy/families.ts'
import {timeZone} from '../../plugins/review-workflow/policy/timeZones.ts'
import {riskClassOf, topics} from '../../plugins/review-workflow/policy/topics.ts'
import {
  type Credential,
  type CredentialProblem,
  type Family,
} from '../../plugins/review-workflow/policy/types.ts'
import {
  credentialTypeOptions,
  credentialTypes as schemaCredentialTypes,
} from '../../schemas/credentialTypes.ts'
import {
  riskClassOf as schemaRiskClassOf,
  riskTopicOptions,
  riskTopics,
} from '../../schemas/riskTopics.ts'
import {anyCredential, anyInstant} from '../support/credentials.ts'
import {credential as onFileCredential, now, party, rita, tess} from '../support/facts.ts'

const credential = (overrides: Partial<Credential> = {}) =>
  onFileCredential({verifiedOn: '2026-05-01', numberTaken: false, ...overrides})
const proves = (...families: readonly Family[]) => ({families, problem: null})
const nothing = (problem: CredentialProblem) => ({families: [], problem})
const held = (overrides: Partial<Credential>, ...others: readonly Partial<Credential>[]) => {
  const main = credential(overrides)
  const onFile = [
    main,
    ...others.map((other, index) => credential({id: `other-${index}`, ...other})),
  ]
  return assess(main, onFile, now, 12)
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
    ['that is revoked', {state: 'revoked'}],
    ['that its holder verified', {verifiedBy: party(tess)}],
    ['that nobody has looked up for long', {verifiedOn: '2025-05-31'}],
    ['that somebody else has on file', {numberTaken: true}],
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
    ['it is revoked', {state: 'revoked'}, nothing('revoked')],
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
      'it renews, and says that it need not',
      {expires: null, noExpiryReason: 'Diplomate for life'},
      nothing('undated'),
    ],
    ['somebody else has its number on file', {numberTaken: true}, nothing('numberTaken')],
    ['nobody says when they checked it', {verifiedOn: null}, nothing('verificationStale')],
    ['the check has no day', {verifiedOn: 'in May'}, nothing('verificationStale')],
    ['the check was a year ago', {verifiedOn: '2025-06-01'}, proves('MT-CERT')],
    [
      'the check was more than a year ago',
      {verifiedOn: '2025-05-31'},
      nothing('verificationStale'),
    ],
    ['the check was made where it is tomorrow', {verifiedOn: '2026-06-02'}, proves('MT-CERT')],
    [
      'the check is of a day that has not come anywhere',
      {verifiedOn: '2026-06-03'},
      nothing('verificationStale'),
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

  test.each<[string | null, string, unknown]>([
    [null, '2026-06-30T23:59:59.999Z', proves('MT-CERT')],
    [null, '2026-07-01T00:00:00.000Z', nothing('expired')],
    ['XX', '2026-07-01T00:00:00.000Z', nothing('expired')],
    ['US-CA', '2026-07-01T06:59:59.999Z', proves('MT-CERT')],
    ['US-CA', '2026-07-01T07:00:00.000Z', nothing('expired')],
    ['GB', '2026-06-30T22:59:59.999Z', proves('MT-CERT')],
    ['GB-SCT', '2026-06-30T23:00:00.000Z', nothing('expired')],
    ['AU-VIC', '2026-06-30T13:59:59.999Z', proves('MT-CERT')],
    ['AU-VIC', '2026-06-30T14:00:00.000Z', nothing('expired')],
    ['US-CA', 'yesterday', nothing('undated')],
    [null, '', nothing('undated')],
  ])('until its last day is over there: in %s at %s', (jurisdiction, at, assessment) => {
    const main = credential({jurisdiction, expires: '2026-06-30'})
    expect(assess(main, [main], at, 12)).toEqual(assessment)
  })

  test.each<[string, string, unknown]>([
    ['US-CA', '2026-06-30T06:59:59.999Z', nothing('notYetIssued')],
    ['US-CA', '2026-06-30T07:00:00.000Z', proves('MT-CERT')],
    ['AU-VIC', '2026-06-29T14:00:00.000Z', proves('MT-CERT')],
  ])('from the start of its first day there: in %s at %s', (jurisdiction, at, assessment) => {
    const main = credential({jurisdiction, issued: '2026-06-30'})
    expect(assess(main, [main], at, 12)).toEqual(assessment)
  })

  test.each<[number, unknown]>([
    [6, nothing('verificationStale')],
    [7, proves('MT-CERT')],
    [0, nothing('verificationStale')],
    [-1, nothing('verificationStale')],
    [Number.NaN, nothing('verificationStale')],
    [Number.POSITIVE_INFINITY, nothing('verificationStale')],
  ])('while the check counts: for %d months, after almost seven', (months, assessment) => {
    const main = credential({verifiedOn: '2025-11-02'})
    expect(assess(main, [main], now, months)).toEqual(assessment)
  })

  test.each<[string, Partial<Credential>, string, unknown]>([
    ['RST before its sunset', {typeCode: 'RST'}, '2032-12-30T12:00:00.000Z', proves('SLP-TECH')],
    ['RST from its sunset on', {typeCode: 'RST'}, '2032-12-31T12:00:00.000Z', nothing('retired')],
    ['what does not retire', {typeCode: 'RPSGT'}, '2032-12-31T12:00:00.000Z', proves('SLP-TECH')],
  ])('until its kind is retired: %s', (_name, overrides, at, assessment) => {
    const main = credential({expires: '2034-01-01', verifiedOn: '2032-12-01', ...overrides})
    expect(assess(main, [main], at, 12)).toEqual(assessment)
  })

  test.each<[string, Partial<Credential>, unknown]>([
    ['with a reason', {noExpiryReason: 'Diplomate for life'}, null],
    ['without a reason', {noExpiryReason: ' '}, 'undated'],
    ['with a last day that is none', {expires: 'never', noExpiryReason: 'For life'}, 'undated'],
  ])('without end, where it was granted for life: %s', (_name, overrides, problem) => {
    for (const typeCode of ['CBSM', 'ABSM-D']) {
      expect(recordProblem(credential({typeCode, expires: null, ...overrides}), now)).toBe(problem)
    }
  })

  test('a registrar other than the holder may hold credentials too', () => {
    const main = credential({holder: 'person-ada', verifiedBy: party(rita)})
    expect(assess(main, [main, credential({holder: 'person-rita'})], now, 12)).toEqual(
      proves('MT-CERT'),
    )
  })
})

describe('whatever is on file', () => {
  const months = fc.constantFrom(0, 1, 6, 12, 24, -3, Number.NaN)

  test('nothing is in force outside its days, as its place counts them', () => {
    fc.assert(
      fc.property(anyCredential, fc.array(anyCredential), anyInstant, months, (...given) => {
        const [main, , at] = given
        const {families} = assess(...given)
        const today = dayIn(at, timeZone(main.jurisdiction)) ?? ''
        const endless = credentialTypes[main.typeCode]?.renewalMonths === 'lifetime'
        const last = day(main.expires) ?? (endless && main.expires === null ? today : '')
        const inForce = (day(main.issued) ?? '9999') <= today && today <= last
        expect(families.length === 0 || inForce).toBe(true)
      }),
    )
  })

  test('it stands for something exactly when it has no problem', () => {
    fc.assert(
      fc.property(anyCredential, fc.array(anyCredential), anyInstant, months, (...given) => {
        const {families, problem} = assess(...given)
        expect(families.length > 0).toBe(problem === null)
        const [main, , at] = given
        const sound =
          main.state === 'active' &&
          ![null, main.holder].includes(main.verifiedBy?.personId ?? null) &&
          !main.numberTaken &&
          day(main.verifiedOn) !== null &&
          recordProblem(main, at) === null
        expect(problem === null && !sound).toBe(false)
      }),
    )
  })

  test('a check that counts for longer never proves less', () => {
    fc.assert(
      fc.property(anyCredential, anyInstant, fc.nat(24), fc.nat(24), (main, at, some, more) => {
        const shorter = assess(main, [main], at, some)
        const longer = assess(main, [main], at, some + more)
        if (shorter.problem !== 'verificationStale') expect(longer).toEqual(shorter)
      }),
    )
  })

  test('a check ends after its months, to the day', () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 800}), (age) => {
        const main = credential({verifiedOn: daysLater('2026-06-01', -age)})
        expect(assess(main, [main], now, 12).problem).toBe(age <= 365 ? null : 'verificationStale')
      }),
    )
  })
})

describe('the registry', () => {
  test.each(Object.entries(credentialTypes))('%s says what a registrar needs', (_code, type) => {
    expect(type.issuingBody).not.toBe('')
    expect(type.register).not.toBe('')
    expect(type.methods.length).toBeGreaterThan(0)
    expect(type.registerAddress ?? 'a.org').toMatch(/^[a-z-]+(\.[a-z]+)+$/)
    expect(type.note ?? 'A.').toMatch(/^[A-Z].*\.$/)
  })

  test.each(Object.entries(credentialTypes))('%s keeps its dates in order', (_code, type) => {
    const {renewalMonths, sunsetOn} = type
    expect(typeof renewalMonths === 'number' ? renewalMonths : 12).toBeGreaterThan(0)
    expect(sunsetOn === null ? null : day(sunsetOn)).toBe(sunsetOn)
  })

  test('the law names a place for every licence and protected title', () => {
    const placeless = Object.entries(credentialTypes).filter(
      ([, {kind, jurisdictions}]) =>
        ['statutoryLicence', 'protectedTitleRegistration'].includes(kind) &&
        jurisdictions === 'unneeded',
    )
    expect(placeless).toEqual([])
  })

  test('no course, no examination and no membership alone makes a regulated or certified signer', () => {
    const proving = Object.values(credentialTypes).filter(({kind, family}) =>
      ['educationalCertificate', 'examOnly'].includes(kind)
        ? family.kind !== 'never'
        : kind === 'associationMembership' &&
          family.kind === 'always' &&
          family.family === 'MT-REG',
    )
    expect(proving).toEqual([])
  })

  test('knows the credentials for life and the one that is retired', () => {
    const codes = (wanted: (code: string) => boolean) => Object.keys(credentialTypes).filter(wanted)
    expect(codes((code) => credentialTypes[code]?.renewalMonths === 'lifetime')).toEqual([
      'ABSM-D',
      'CBSM',
    ])
    expect(codes((code) => credentialTypes[code]?.sunsetOn !== null)).toEqual(['RST'])
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
