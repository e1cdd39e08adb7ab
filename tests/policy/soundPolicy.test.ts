import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {
  defaultPolicy,
  isPolicy,
  type Policy,
  policyHash,
  policyName,
  type PolicyProblem,
  policyProblems,
  policyVersion,
} from '../../plugins/review-workflow/policy/index.ts'
import {soundPolicy} from '../support/policies.ts'

const fields = Object.keys(defaultPolicy) as (keyof Policy)[]

/** The fields that a policy has wrong, each once. */
const wrongIn = (value: unknown) => [
  ...new Set(
    policyProblems(value).map(({field, fault}) =>
      field === null && fault.kind === 'unknown' ? fault.name : field,
    ),
  ),
]

const everywhere = <T>(value: T) => ({R1: value, R2: value, R3: value, R4: value})

test('the policy as it comes is sound', () => {
  expect(policyProblems(defaultPolicy)).toEqual([])
  expect(isPolicy(defaultPolicy)).toBe(true)
})

describe('unsound is', () => {
  test.each(fields)('a policy without %s', (field) => {
    const {[field]: _left, ...others} = defaultPolicy
    expect(wrongIn(others)).toEqual([field])
  })

  test.each(
    fields.flatMap((field) =>
      [null, undefined, 'two', -1, 1.5, [], {}, Number.NaN, Number.POSITIVE_INFINITY, '1'].map(
        (value) => [field, value] as const,
      ),
    ),
  )('%s of %j', (field, value) => {
    expect(wrongIn({...defaultPolicy, [field]: value})).toEqual([field])
  })

  test.each<[keyof Policy, unknown]>([
    ['peopleNeeded', {R1: 0, R2: 1, R3: 1, R4: 2}],
    ['peopleNeeded', everywhere(0)],
    ['peopleNeeded', everywhere(5)],
    ['peopleNeeded', everywhere(-1)],
    ['peopleNeeded', everywhere('1')],
    ['peopleNeeded', everywhere(true)],
    ['peopleNeeded', {...everywhere(1), R5: 1}],
    ['peopleNeeded', {R1: 1, R2: 1, R3: 1}],
    ['peopleNeeded', [1, 1, 1, 1]],
    ['bothSidesForEfficacy', 0],
    ['reviewCycle', everywhere(0)],
    ['reviewCycle', everywhere(61)],
    ['graceDays', 366],
    ['expiringDays', 366],
    ['credentialGraceDays', 181],
    ['verificationMonths', everywhere(0)],
    ['verificationMonths', everywhere(25)],
    ['workCheckDays', everywhere(0)],
    ['workCheckDays', everywhere(366)],
    ['consequences', {...defaultPolicy.consequences, workRetracted: everywhere('shrug')}],
    ['consequences', {...defaultPolicy.consequences, workRetracted: undefined}],
    ['consequences', {...defaultPolicy.consequences, somethingElse: everywhere('mark')}],
  ])('%s of %j', (field, value) => {
    expect(wrongIn({...defaultPolicy, [field]: value})).toEqual([field])
  })

  test.each<[string, keyof Policy, unknown]>([
    ['fewer people', 'peopleNeeded', {R1: 1, R2: 2, R3: 1, R4: 2}],
    ['a longer cycle', 'reviewCycle', {R1: 12, R2: 12, R3: 12, R4: 18}],
    ['a longer trust in checks', 'verificationMonths', {R1: 6, R2: 6, R3: 6, R4: 12}],
    ['longer trust in works', 'workCheckDays', {R1: null, R2: 7, R3: 7, R4: 30}],
    ['no check of works', 'workCheckDays', {R1: 7, R2: 7, R3: 7, R4: null}],
    [
      'milder consequences',
      'consequences',
      {
        ...defaultPolicy.consequences,
        workDoubted: {R1: 'deindex', R2: 'mark', R3: 'mark', R4: 'deindex'},
      },
    ],
  ])('%s for a higher risk than for a lower', (_name, field, value) => {
    expect(wrongIn({...defaultPolicy, [field]: value})).toEqual([field])
  })

  test('a field that the policy does not know, under whatever name', () => {
    for (const name of ['signOffs', 'toString', 'constructor', 'hasOwnProperty', '']) {
      expect(wrongIn({...defaultPolicy, [name]: 1})).toEqual([name])
    }
    const named: unknown = JSON.parse(
      JSON.stringify(defaultPolicy).replace(/^\{/, '{"__proto__": 1,'),
    )
    expect(wrongIn(named)).toEqual(['__proto__'])
  })

  test('everything at once, in order', () => {
    expect(wrongIn({...defaultPolicy, also: 1, expiringDays: -1, graceDays: -1})).toEqual([
      'graceDays',
      'expiringDays',
      'also',
    ])
    for (const value of [null, undefined, 'policy', 7, [defaultPolicy]]) {
      expect(wrongIn(value).sort()).toEqual([...fields].sort())
    }
  })
})

const {consequences} = defaultPolicy

test.each<[string, Partial<Policy>, readonly PolicyProblem[]]>([
  [
    'out of bounds',
    {peopleNeeded: {R1: 0, R2: 1, R3: 1, R4: 5}},
    (['R1', 'R4'] as const).map((riskClass) => ({
      field: 'peopleNeeded',
      trigger: null,
      riskClass,
      fault: {kind: 'outOfBounds', least: 1, most: 4, optional: false},
    })),
  ],
  [
    'no number where nothing would do',
    {workCheckDays: {R1: null, R2: null, R3: 7, R4: Number.NaN}},
    [
      {
        field: 'workCheckDays',
        trigger: null,
        riskClass: 'R4',
        fault: {kind: 'outOfBounds', least: 1, most: 365, optional: true},
      },
    ],
  ],
  [
    'laxer than for a lower class',
    {reviewCycle: {R1: 12, R2: 24, R3: 12, R4: 12}},
    [
      {
        field: 'reviewCycle',
        trigger: null,
        riskClass: 'R2',
        fault: {kind: 'laxer', than: 'R1', bound: 'most', value: 12},
      },
    ],
  ],
  [
    'laxer than the nearest lower class that makes sense',
    {peopleNeeded: {R1: 2, R2: 9, R3: 1, R4: 2}},
    [
      {
        field: 'peopleNeeded',
        trigger: null,
        riskClass: 'R2',
        fault: {kind: 'outOfBounds', least: 1, most: 4, optional: false},
      },
      {
        field: 'peopleNeeded',
        trigger: null,
        riskClass: 'R3',
        fault: {kind: 'laxer', than: 'R1', bound: 'least', value: 2},
      },
    ],
  ],
  [
    'milder than for a lower class',
    {consequences: {...consequences, reviewOverdue: {...everywhere('deindex'), R4: 'mark'}}},
    [
      {
        field: 'consequences',
        trigger: 'reviewOverdue',
        riskClass: 'R4',
        fault: {kind: 'laxer', than: 'R3', bound: 'least', value: 'deindex'},
      },
    ],
  ],
  [
    'silent where readers must be told',
    {consequences: {...consequences, workRetracted: {...everywhere('mark'), R1: 'none'}}},
    [
      {
        field: 'consequences',
        trigger: 'workRetracted',
        riskClass: 'R1',
        fault: {kind: 'noConsequence', oneOf: ['mark', 'deindex', 'withdraw']},
      },
    ],
  ],
])('%s, it is told where, and what would do', (_name, changed, problems) => {
  expect(policyProblems({...defaultPolicy, ...changed})).toEqual(problems)
})

describe('any sound policy', () => {
  test('is sound, and asks for at least one person', () => {
    fc.assert(
      fc.property(soundPolicy, (policy) => {
        expect(policyProblems(policy)).toEqual([])
        expect(Math.min(...Object.values(policy.peopleNeeded))).toBeGreaterThanOrEqual(1)
      }),
    )
  })

  test('has a hash of its own', () => {
    fc.assert(
      fc.property(soundPolicy, soundPolicy, (one, other) => {
        expect(policyHash(one)).toMatch(/^[0-9a-f]{64}$/)
        expect(policyHash(one) === policyHash(other)).toBe(
          JSON.stringify(one) === JSON.stringify(other),
        )
      }),
    )
  })
})

test('a policy is named after the rules and the decision', () => {
  expect(policyName(defaultPolicy)).toBe(policyVersion)
  expect(policyName({...defaultPolicy, revision: 3})).toBe(`${policyVersion}.3`)
  expect(policyHash({...defaultPolicy, graceDays: 30})).not.toBe(policyHash(defaultPolicy))
})
