import {
  type Consequence,
  type Policy,
  type PolicyFault,
  type PolicyProblem,
  type RiskClass,
  type Trigger,
} from './types.ts'

const fields: {readonly [field in keyof Policy]: string} = {
  revision: 'Number of the decision',
  peopleNeeded: 'How many people sign',
  bothSidesForEfficacy: 'Both sides for claims that massage helps sleep',
  reviewCycle: 'Months between reviews',
  graceDays: 'Days of grace for a review',
  expiringDays: 'Days before a credential counts as expiring',
  credentialGraceDays: 'Days of grace for a credential',
  verificationMonths: 'Months for which a check of a credential counts',
  workCheckDays: 'Days for which a check of a cited work counts',
  consequences: 'Consequences of bad news',
}

const triggers: {readonly [trigger in Trigger]: string} = {
  workRetracted: 'When a cited work is retracted',
  workDoubted: 'When a cited work is in doubt',
  credentialSuspended: 'When a signer’s credential is suspended',
  credentialRevoked: 'When a signer’s credential is revoked',
  credentialExpired: 'When a signer’s credential has expired',
  reviewOverdue: 'When the review of a page is overdue',
}

const classes: {readonly [riskClass in RiskClass]: string} = {
  R1: 'R1 (low risk)',
  R2: 'R2 (moderate risk)',
  R3: 'R3 (high risk)',
  R4: 'R4 (very high risk)',
}

const consequences: {readonly [consequence in Consequence]: string} = {
  none: 'nothing',
  mark: 'marked',
  deindex: 'unlisted',
  withdraw: 'taken down',
}

const mostNamed = 6

/** Value by value, where it stands and what would do. Only for `denialMessage`. */
export function unsoundMessage(problems: readonly PolicyProblem[]): string {
  const left = problems.length - mostNamed
  return [
    'These values do not make sense.',
    ...problems
      .slice(0, mostNamed)
      .map((problem) => `${place(problem)}: ${remedy(problem.fault)}.`),
    ...(left > 0 ? [`${left} more after these.`] : []),
  ].join(' ')
}

function place({field, trigger, riskClass}: PolicyProblem): string {
  const what = trigger !== null ? triggers[trigger] : field !== null ? fields[field] : 'The policy'
  return riskClass === null ? what : `${what}, ${classes[riskClass]}`
}

function remedy(fault: PolicyFault): string {
  switch (fault.kind) {
    case 'unknown':
      return `it has no value named “${fault.name.slice(0, 40)}”`
    case 'notForEachClass':
      return 'give one value for each class from R1 to R4'
    case 'notYesOrNo':
      return 'give yes or no'
    case 'outOfBounds': {
      const most = fault.most === Number.MAX_SAFE_INTEGER ? ' or more' : ` to ${fault.most}`
      return `give a whole number, ${fault.least}${most}${fault.optional ? ', or nothing' : ''}`
    }
    case 'noConsequence':
      return `choose ${or(fault.oneOf.map((each) => consequences[each]))}`
    case 'laxer': {
      const value = typeof fault.value === 'number' ? fault.value : consequences[fault.value]
      return `at ${fault.bound} ${value}, as ${classes[fault.than]} has it`
    }
  }
}

function or(items: readonly string[]): string {
  return `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`
}
