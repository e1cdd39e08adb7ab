import {
  attestation,
  type Facts,
  policyVersion,
  signers,
} from '../../plugins/review-workflow/policy/index.ts'
import {type ReviewRead} from '../../plugins/review-workflow/studio/reads.ts'
import {facts as someFacts} from './facts.ts'

/** What the server would tell the Studio about a document in this state. */
export function reviewRead(facts: Facts = someFacts()): ReviewRead {
  const words = facts.subject.draft ?? facts.subject.live
  return {
    facts,
    digest: words?.digest ?? null,
    closureDigest: words?.closureDigest ?? null,
    closure: [],
    attestation,
    policyVersion,
    policyHash: 'hash',
    changed: {since: null, fields: [], shared: []},
    answered: [],
    signers: signers(facts),
  }
}
