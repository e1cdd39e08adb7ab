import {defaultPolicy} from './policy.ts'
import {isObject} from './object.ts'
import {type Consequence, type Policy, type RiskClass} from './types.ts'

type Check = (value: unknown) => boolean

const classes: readonly RiskClass[] = ['R1', 'R2', 'R3', 'R4']
const severity: readonly unknown[] = [
  'none',
  'mark',
  'deindex',
  'withdraw',
] satisfies readonly Consequence[]

const whole =
  (least: number, most: number): Check =>
  (value) =>
    Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most

/** One value for each class, and none that is laxer for a higher class. */
const byRisk =
  (check: Check, noLaxer: (lower: unknown, higher: unknown) => boolean): Check =>
  (value) =>
    isObject(value) &&
    Object.keys(value).length === classes.length &&
    classes.every((riskClass) => check(value[riskClass])) &&
    classes.every(
      (riskClass, index) =>
        index === 0 || noLaxer(value[classes[index - 1] ?? riskClass], value[riskClass]),
    )

const atLeast = (lower: unknown, higher: unknown) => Number(higher) >= Number(lower)
const atMost = (lower: unknown, higher: unknown) => Number(higher) <= Number(lower)
const days = (value: unknown) => (value === null ? Number.POSITIVE_INFINITY : Number(value))

const consequence = byRisk(
  (value) => severity.includes(value),
  (lower, higher) => severity.indexOf(higher) >= severity.indexOf(lower),
)

/** What readers are told at the least, whatever is decided: a page does not stand silently on any of these. */
const told = ['workRetracted', 'credentialSuspended', 'credentialRevoked']

function tells(value: unknown): boolean {
  return isObject(value) && !Object.values(value).includes('none')
}

/** Nothing here can switch the sign-off off: one person is the least, whatever is decided. */
const checks: {readonly [field in keyof Policy]: Check} = {
  revision: whole(0, Number.MAX_SAFE_INTEGER),
  peopleNeeded: byRisk(whole(1, 4), atLeast),
  bothSidesForEfficacy: (value) => typeof value === 'boolean',
  reviewCycle: byRisk(whole(1, 60), atMost),
  graceDays: whole(0, 365),
  expiringDays: whole(0, 365),
  credentialGraceDays: whole(0, 180),
  verificationMonths: byRisk(whole(1, 24), atMost),
  workCheckDays: byRisk(
    (value) => value === null || whole(1, 365)(value),
    (lower, higher) => days(higher) <= days(lower),
  ),
  consequences: (value) =>
    isObject(value) &&
    Object.keys(value).length === Object.keys(defaultPolicy.consequences).length &&
    Object.keys(defaultPolicy.consequences).every(
      (trigger) =>
        consequence(value[trigger]) && (!told.includes(trigger) || tells(value[trigger])),
    ),
}

/** The fields of a policy that are missing, unknown, out of bounds, or laxer for a higher class than for a lower. */
export function policyProblems(value: unknown): readonly string[] {
  if (!isObject(value)) return Object.keys(checks)
  const unsound = Object.entries(checks).flatMap(([field, check]) =>
    check(value[field]) ? [] : [field],
  )
  const unknown = Object.keys(value).filter((field) => !Object.hasOwn(checks, field))
  return [...unsound, ...unknown].sort()
}

export function isPolicy(value: unknown): value is Policy {
  return policyProblems(value).length === 0
}
