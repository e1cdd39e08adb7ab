import {type JsonObject} from '../../../../lake/document.ts'
import {type Policy, policyHash} from '../../policy/index.ts'
import {type Allowed, type Definition, record, text} from './definition.ts'

/** Changing the policy: one person proposes, another decides. */
export const policyActions: {readonly [name: string]: Definition} = {
  proposePolicy: {
    fields: {needs: {policy: 'object', reason: 'text', password: 'text'}},
    command: (action, {factors}) => ({
      type: 'proposePolicy',
      policy: action['policy'] as unknown as Policy,
      reason: text(action, 'reason'),
      factors,
    }),
    entries: (given) => {
      const {facts, action} = given
      const wanted = action['policy'] as unknown as Policy
      const policy = {...wanted, revision: facts.policy.revision + 1}
      return record(given, 'policyProposed', {
        policy: policy as unknown as JsonObject,
        hash: policyHash(policy),
        reason: text(action, 'reason'),
        factors: [...given.context.factors],
      })
    },
  },
  adoptPolicy: {
    fields: {needs: {hash: 'text', password: 'text'}},
    command: (action, {factors}) => ({type: 'adoptPolicy', hash: text(action, 'hash'), factors}),
    entries: (given) =>
      record(given, 'policyAdopted', {
        policy: (given.facts.proposal?.policy ?? null) as unknown as JsonObject,
        ...decided(given),
        factors: [...given.context.factors],
      }),
  },
  declinePolicy: {
    fields: {needs: {reason: 'text'}},
    command: (action) => ({type: 'declinePolicy', reason: text(action, 'reason')}),
    entries: (given) =>
      record(given, 'policyDeclined', {
        ...decided(given),
        reason: text(given.action, 'reason'),
      }),
  },
}

function decided({facts}: Allowed): JsonObject {
  const {proposal} = facts
  return {
    proposal: proposal?.seq ?? null,
    hash: proposal?.hash ?? null,
    reason: proposal?.reason ?? '',
  }
}
