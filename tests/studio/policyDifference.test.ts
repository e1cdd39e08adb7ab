import {expect, test} from 'vitest'
import {defaultPolicy, policyProblems} from '../../plugins/review-workflow/policy/index.ts'
import {
  policyDifference,
  policyValue,
  policyWith,
} from '../../plugins/review-workflow/studio/policyPage/policyDifference.ts'
import {proposal} from '../../plugins/review-workflow/studio/policyPage/proposal.ts'
import {numberOf} from '../../plugins/review-workflow/studio/policyPage/ValueInput.tsx'

test('a policy does not differ from itself, nor by the number of its decision', () => {
  expect(policyDifference(defaultPolicy, {...defaultPolicy, revision: 7})).toEqual([])
})

test('every value that differs is told with its place, before and after', () => {
  const after = {
    ...defaultPolicy,
    peopleNeeded: {...defaultPolicy.peopleNeeded, R3: 2},
    workCheckDays: {...defaultPolicy.workCheckDays, R2: 30},
    bothSidesForEfficacy: true,
    consequences: {
      ...defaultPolicy.consequences,
      workDoubted: {...defaultPolicy.consequences.workDoubted, R4: 'withdraw'},
    },
  } as const
  expect(policyDifference(defaultPolicy, after)).toEqual([
    {field: 'peopleNeeded', trigger: null, riskClass: 'R3', before: 1, after: 2},
    {field: 'workCheckDays', trigger: null, riskClass: 'R2', before: null, after: 30},
    {field: 'bothSidesForEfficacy', trigger: null, riskClass: null, before: false, after: true},
    {
      field: 'consequences',
      trigger: 'workDoubted',
      riskClass: 'R4',
      before: 'deindex',
      after: 'withdraw',
    },
  ])
})

test('changing all that can be changed leaves no value of the policy out', () => {
  const every = policyDifference(defaultPolicy, {
    revision: 0,
    peopleNeeded: {R1: 9, R2: 9, R3: 9, R4: 9},
    bothSidesForEfficacy: true,
    reviewCycle: {R1: 9, R2: 9, R3: 9, R4: 9},
    graceDays: 9,
    expiringDays: 9,
    credentialGraceDays: 9,
    verificationMonths: {R1: 9, R2: 9, R3: 9, R4: 9},
    workCheckDays: {R1: 9, R2: 9, R3: 9, R4: 9},
    consequences: defaultPolicy.consequences,
  })
  expect(new Set(every.map(({field}) => field))).toEqual(
    new Set(Object.keys(defaultPolicy).filter((f) => f !== 'revision' && f !== 'consequences')),
  )
})

test('one value is changed, and the rest stays', () => {
  const place = {field: 'consequences', trigger: 'workRetracted', riskClass: 'R1'} as const
  const changed = policyWith(defaultPolicy, place, 'deindex')
  expect(policyValue(changed, place)).toBe('deindex')
  expect(policyDifference(defaultPolicy, changed).length).toBe(1)
  expect(policyWith(changed, place, 'mark')).toEqual(defaultPolicy)
})

test('what cannot be read as a number is not a sound policy', () => {
  expect(numberOf('', true)).toBe(null)
  expect(numberOf('30', false)).toBe(30)
  const place = {field: 'graceDays', trigger: null, riskClass: null} as const
  const broken = policyWith(defaultPolicy, place, numberOf('', false))
  expect(policyProblems(broken).map(({field}) => field)).toEqual(['graceDays'])
})

test('a proposal is the next in number after the policy in force', () => {
  const inForce = {...defaultPolicy, revision: 3}
  const {policy} = proposal(inForce, {...defaultPolicy, graceDays: 30}, 'Sooner.')
  expect(policy).toEqual({...defaultPolicy, graceDays: 30, revision: 4})
})
