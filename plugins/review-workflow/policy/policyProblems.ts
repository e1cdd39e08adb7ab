import {isObject} from './object.ts'
import {defaultPolicy} from './policy.ts'
import {
  type Consequence,
  type Policy,
  type PolicyFault,
  type PolicyProblem,
  type RiskClass,
  type Trigger,
} from './types.ts'

/** What is wrong with one value; `null` = nothing. */
type Check = (value: unknown) => PolicyFault | null

/** What is wrong with the value of a class, given that of a lower one. */
type Order = (than: RiskClass, lower: unknown, higher: unknown) => PolicyFault | null

type Problems = (value: unknown) => readonly Omit<PolicyProblem, 'field'>[]

const classes: readonly RiskClass[] = ['R1', 'R2', 'R3', 'R4']
const consequences: readonly Consequence[] = ['none', 'mark', 'deindex', 'withdraw']
const triggers = Object.keys(defaultPolicy.consequences) as readonly Trigger[]

/** What readers are told at the least, whatever is decided: a page does not stand silently on any of these. */
const told: readonly Trigger[] = ['workRetracted', 'credentialSuspended', 'credentialRevoked']

const whole =
  (least: number, most: number, optional = false): Check =>
  (value) =>
    (optional && value === null) ||
    (Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most)
      ? null
      : {kind: 'outOfBounds', least, most, optional}

const yesOrNo: Check = (value) => (typeof value === 'boolean' ? null : {kind: 'notYesOrNo'})

const consequenceOf =
  (oneOf: readonly Consequence[]): Check =>
  (value) =>
    oneOf.some((each) => each === value) ? null : {kind: 'noConsequence', oneOf}

const atLeast: Order = (than, lower, higher) =>
  Number(higher) >= Number(lower)
    ? null
    : {kind: 'laxer', than, bound: 'least', value: Number(lower)}

const atMost: Order = (than, lower, higher) =>
  days(higher) <= days(lower) ? null : {kind: 'laxer', than, bound: 'most', value: Number(lower)}

/** A check that is not asked for counts for ever. */
const days = (value: unknown) => (value === null ? Number.POSITIVE_INFINITY : Number(value))

const asGrave: Order = (than, lower, higher) => {
  const value = consequences.find((each) => each === lower) ?? 'none'
  return consequences.findIndex((each) => each === higher) >= consequences.indexOf(value)
    ? null
    : {kind: 'laxer', than, bound: 'least', value}
}

const single =
  (check: Check): Problems =>
  (value) => {
    const fault = check(value)
    return fault === null ? [] : [{trigger: null, riskClass: null, fault}]
  }

/** One value for each class, and none that is laxer for a higher class. */
const byRisk =
  (check: Check, order: Order, trigger: Trigger | null = null): Problems =>
  (value) => {
    if (!isObject(value)) return [{trigger, riskClass: null, fault: {kind: 'notForEachClass'}}]
    const sound = classes.filter((riskClass) => check(value[riskClass]) === null)
    const wrong = classes.flatMap((riskClass) => {
      const than = sound.findLast((each) => each < riskClass)
      const laxer = than === undefined ? null : order(than, value[than], value[riskClass])
      const fault = check(value[riskClass]) ?? laxer
      return fault === null ? [] : [{trigger, riskClass, fault}]
    })
    return [...wrong, ...unknown(value, classes, trigger)]
  }

function unknown(
  value: object,
  known: readonly string[],
  trigger: Trigger | null = null,
): ReturnType<Problems> {
  return Object.keys(value)
    .filter((name) => !known.includes(name))
    .map((name) => ({trigger, riskClass: null, fault: {kind: 'unknown', name}}))
}

/** Nothing here can switch the sign-off off: one person is the least, whatever is decided. */
const fields: {readonly [field in keyof Policy]: Problems} = {
  revision: single(whole(0, Number.MAX_SAFE_INTEGER)),
  peopleNeeded: byRisk(whole(1, 4), atLeast),
  reviewCycle: byRisk(whole(1, 60), atMost),
  verificationMonths: byRisk(whole(1, 24), atMost),
  workCheckDays: byRisk(whole(1, 365, true), atMost),
  bothSidesForEfficacy: single(yesOrNo),
  graceDays: single(whole(0, 365)),
  expiringDays: single(whole(0, 365)),
  credentialGraceDays: single(whole(0, 180)),
  consequences: (value) => {
    const given = isObject(value) ? value : {}
    const wrong = triggers.flatMap((trigger) => {
      const oneOf = told.includes(trigger) ? consequences.slice(1) : consequences
      return byRisk(consequenceOf(oneOf), asGrave, trigger)(given[trigger])
    })
    return [...wrong, ...unknown(given, triggers)]
  },
}

/** Every value of a policy that is missing, unknown, out of bounds, or laxer for a higher class than for a lower. */
export function policyProblems(value: unknown): readonly PolicyProblem[] {
  const given = isObject(value) ? value : {}
  const names = Object.keys(fields) as readonly (keyof Policy)[]
  return [
    ...names.flatMap((field) => fields[field](given[field]).map((each) => ({field, ...each}))),
    ...unknown(given, names).map((each) => ({field: null, ...each})),
  ]
}

const sound = new WeakSet<object>()

/** Looked at once: every rule asks, and nobody changes a policy in place. */
export function isPolicy(value: unknown): value is Policy {
  if (!isObject(value)) return false
  if (sound.has(value)) return true
  const isSound = policyProblems(value).length === 0
  if (isSound) sound.add(value)
  return isSound
}
