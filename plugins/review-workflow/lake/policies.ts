import {type View} from '../../../lake/guard.ts'
import {
  defaultPolicy,
  isPolicy,
  type Policy,
  policyHash,
  policySubject,
  type Proposal,
} from '../policy/index.ts'
import {partyOf, text} from './records.ts'

type Ledger = Pick<View, 'ledger'>

/** The policy that two people last agreed on, or the one that came with the software. */
export function policyInForce(view: Ledger): Policy {
  return adopted(view).at(-1) ?? defaultPolicy
}

/** The policy of one decision; the one in force where there is no such decision on record. */
export function policyOf(view: Ledger, revision: number | null): Policy {
  if (revision === 0) return defaultPolicy
  return adopted(view).findLast((policy) => policy.revision === revision) ?? policyInForce(view)
}

function adopted(view: Ledger): readonly Policy[] {
  return view
    .ledger(policySubject)
    .flatMap(({kind, body}) => (kind === 'policyAdopted' ? [body['policy'] as unknown] : []))
    .filter(isPolicy)
}

/** The change that somebody has asked for and nobody has decided on. */
export function openProposal(view: Ledger): Proposal | null {
  const last = view
    .ledger(policySubject)
    .findLast(({kind}) => ['policyProposed', 'policyAdopted', 'policyDeclined'].includes(kind))
  const policy = last?.body['policy'] as unknown
  if (last === undefined || last.kind !== 'policyProposed' || !isPolicy(policy)) return null
  return {
    seq: last.seq,
    by: partyOf(last),
    byName: text(last.body, 'name'),
    at: last.at,
    reason: text(last.body, 'reason'),
    policy,
    // Not as it was recorded: the tables of the software may be others by now, and with them what is adopted.
    hash: policyHash(policy),
  }
}
