import {type Consequence, type Policy, type RiskClass, type Trigger} from '../../policy/index.ts'
import {riskClasses} from '../tool/riskClasses.ts'

export type PolicyValue = number | boolean | null | Consequence

/** One value of the policy: a field, for one risk class where it has one for each, after one trigger where it has those. */
export interface PolicyPlace {
  readonly field: Exclude<keyof Policy, 'revision'>
  readonly trigger: Trigger | null
  readonly riskClass: RiskClass | null
}

export interface PolicyChange extends PolicyPlace {
  readonly before: PolicyValue
  readonly after: PolicyValue
}

export const triggers: readonly Trigger[] = [
  'workRetracted',
  'workDoubted',
  'credentialSuspended',
  'credentialRevoked',
  'credentialExpired',
  'reviewOverdue',
]

export const consequences: readonly Consequence[] = ['none', 'mark', 'deindex', 'withdraw']

export const fieldsByRisk = [
  'peopleNeeded',
  'reviewCycle',
  'verificationMonths',
  'workCheckDays',
] as const

export const singleFields = [
  'bothSidesForEfficacy',
  'graceDays',
  'expiringDays',
  'credentialGraceDays',
] as const

/** Every value that two people may change, in the order in which the page shows them. */
const places: readonly PolicyPlace[] = [
  ...fieldsByRisk.flatMap((field) =>
    riskClasses.map((riskClass) => ({field, trigger: null, riskClass})),
  ),
  ...singleFields.map((field) => ({field, trigger: null, riskClass: null})),
  ...triggers.flatMap((trigger) =>
    riskClasses.map((riskClass) => ({field: 'consequences', trigger, riskClass}) as const),
  ),
]

/** What one policy says otherwise than another, value by value. How often it was decided on is no difference. */
export function policyDifference(before: Policy, after: Policy): readonly PolicyChange[] {
  return places
    .map((place) => ({
      ...place,
      before: policyValue(before, place),
      after: policyValue(after, place),
    }))
    .filter((change) => !Object.is(change.before, change.after))
}

export function policyValue(policy: Policy, {field, trigger, riskClass}: PolicyPlace): PolicyValue {
  if (field === 'consequences')
    return trigger === null || riskClass === null ? null : policy.consequences[trigger][riskClass]
  const value = policy[field]
  if (typeof value !== 'object') return value
  return riskClass === null ? null : value[riskClass]
}

/** The policy with one value changed. Whether it makes sense is for `decide` to say. */
export function policyWith(policy: Policy, place: PolicyPlace, value: PolicyValue): Policy {
  const {field, trigger, riskClass} = place
  if (field !== 'consequences') {
    const given = policy[field]
    return typeof given === 'object' && riskClass !== null
      ? {...policy, [field]: {...given, [riskClass]: value}}
      : {...policy, [field]: value}
  }
  if (trigger === null || riskClass === null) return policy
  return {
    ...policy,
    consequences: {
      ...policy.consequences,
      [trigger]: {...policy.consequences[trigger], [riskClass]: value},
    },
  }
}
