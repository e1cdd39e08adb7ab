import fc from 'fast-check'
import {
  type ByRisk,
  type Consequence,
  defaultPolicy,
  type Policy,
} from '../../plugins/review-workflow/policy/index.ts'

/** Four values in order of strictness, from the loosest. */
function inOrder<T>(value: fc.Arbitrary<T>, strictness: (value: T) => number) {
  return fc.array(value, {minLength: 4, maxLength: 4}).map((values): ByRisk<T> => {
    const [R1, R2, R3, R4] = values.toSorted((one, other) => strictness(one) - strictness(other))
    return {R1: R1!, R2: R2!, R3: R3!, R4: R4!}
  })
}

const consequences: readonly Consequence[] = ['none', 'mark', 'deindex', 'withdraw']
const consequence = inOrder(fc.constantFrom(...consequences), (each) => consequences.indexOf(each))
/** What readers must be told of. */
const told = inOrder(fc.constantFrom(...consequences.slice(1)), (each) =>
  consequences.indexOf(each),
)
const shorter = (value: number) => -value

/** Any policy that two people could agree on. */
export const soundPolicy: fc.Arbitrary<Policy> = fc.record({
  revision: fc.nat(9),
  peopleNeeded: inOrder(fc.constantFrom(1, 1, 1, 2, 2, 3, 4), (count) => count),
  bothSidesForEfficacy: fc.boolean(),
  reviewCycle: inOrder(fc.integer({min: 1, max: 60}), shorter),
  graceDays: fc.nat(365),
  expiringDays: fc.nat(365),
  credentialGraceDays: fc.nat(180),
  verificationMonths: inOrder(fc.integer({min: 1, max: 24}), shorter),
  workCheckDays: inOrder(fc.option(fc.integer({min: 1, max: 365})), (days) =>
    shorter(days ?? Number.MAX_SAFE_INTEGER),
  ),
  consequences: fc.record({
    workRetracted: told,
    workDoubted: consequence,
    credentialSuspended: told,
    credentialRevoked: told,
    credentialExpired: consequence,
    reviewOverdue: consequence,
  }),
})

/** Often the policy as it comes. */
export const anyPolicy: fc.Arbitrary<Policy> = fc.oneof(fc.constant(defaultPolicy), soundPolicy)
