import {hashOf} from './digest.ts'
import {policySubject} from './policy.ts'
import {policyProblems} from './policyProblems.ts'
import {isSame} from './rules.ts'
import {type Denial, type Facts, type Policy} from './types.ts'

/** The rules about changing the policy. The subject is the policy itself. */

export function thePolicy({subject}: Facts): readonly Denial[] {
  return subject.id === policySubject && subject.type === policySubject
    ? []
    : [{code: 'notThePolicy'}]
}

export function sound(policy: Policy): readonly Denial[] {
  const problems = policyProblems(policy)
  return problems.length === 0 ? [] : [{code: 'policyUnsound', problems}]
}

export function different({policy: current}: Facts, policy: Policy): readonly Denial[] {
  return hashOf({...policy, revision: 0}) === hashOf({...current, revision: 0})
    ? [{code: 'policyUnchanged'}]
    : []
}

export function proposed({proposal}: Facts): readonly Denial[] {
  return proposal === null ? [{code: 'nothingProposed'}] : []
}

export function proposalAsSeen({proposal}: Facts, seen: string): readonly Denial[] {
  return proposal === null || proposal.hash === seen
    ? []
    : [{code: 'proposalChanged', seen, current: proposal.hash}]
}

/** Whoever asked for it does not decide on it. */
export function otherPerson({proposal, actor}: Facts): readonly Denial[] {
  return proposal !== null && isSame(proposal.by, actor) ? [{code: 'ownProposal'}] : []
}
