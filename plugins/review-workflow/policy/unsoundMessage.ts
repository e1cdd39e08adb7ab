import {
  type Consequence,
  type Policy,
  type PolicyFault,
  type PolicyProblem,
  type RiskClass,
  type Trigger,
} from './types.ts'

/** As the page of the policy names them. */
const fields: {readonly [field in keyof Policy]: string} = {
  revision: 'Number of the decision',
  peopleNeeded: 'People who must sign',
  bothSidesForEfficacy:
    'A claim that massage helps sleep needs a massage therapist and a sleep specialist',
  reviewCycle: 'Reviewed again after (months)',
  graceDays: 'Days overdue until a page counts as expired',
  expiringDays: 'Days before its last day on which a credential counts as expiring',
  credentialGraceDays: 'Days after a credential’s last day without consequences for live pages',
  verificationMonths: 'Check of a credential counts for (months)',
  workCheckDays: 'Check of a cited work counts for (days)',
  consequences: 'What happens to a live page',
}

const triggers: {readonly [trigger in Trigger]: string} = {
  workRetracted: 'A study that it cites is retracted',
  workDoubted: 'A study that it cites is in doubt',
  credentialSuspended: 'A signer’s credential is suspended',
  credentialRevoked: 'A signer’s credential is revoked',
  credentialExpired: 'A signer’s credential has expired',
  reviewOverdue: 'Its own review is overdue',
}

const risks: {readonly [riskClass in RiskClass]: string} = {
  R1: 'low risk',
  R2: 'moderate risk',
  R3: 'high risk',
  R4: 'very high risk',
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
  return riskClass === null ? what : `${what} · ${riskClass}, ${risks[riskClass]}`
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
      return `at ${fault.bound} ${value}, as ${fault.than} has it`
    }
  }
}

function or(items: readonly string[]): string {
  return `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`
}
