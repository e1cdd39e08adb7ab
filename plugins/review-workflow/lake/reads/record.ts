import {draftId, type Json} from '../../../../lake/document.ts'
import {type NamedRead} from '../../../../lake/guard.ts'
import {policyHash, policyName, reviewDates, riskClassOf, stageOf} from '../../policy/index.ts'
import {keepsCredentials} from '../credentials.ts'
import {factsOf} from '../facts.ts'
import {titleOf} from '../title.ts'

/** Everything on record about one document, oldest first. */
export const recordRead: NamedRead = (view, id) => {
  const facts = factsOf(view, view.actor, id)
  const words = facts.subject.live ?? facts.subject.draft
  const dates = reviewDates(facts)
  // The document of a credential may be gone, and what was said of it is still not for everybody.
  const isCredential = view.ledger(id).some(({kind}) => kind.startsWith('credential'))
  const records = isCredential && !keepsCredentials(view.actor) ? [] : view.ledger(id)
  return {
    subject: id,
    type: facts.subject.type,
    title: titleOf(view.read(draftId(id)) ?? view.read(id)) || id,
    stage: stageOf(facts),
    live: facts.subject.live !== null,
    riskClass: riskClassOf(words?.topics ?? []),
    topics: [...(words?.topics ?? [])],
    dates: dates && {...dates},
    digest: words?.digest ?? null,
    closureDigest: words?.closureDigest ?? null,
    policyVersion: policyName(facts.policy),
    policyHash: policyHash(facts.policy),
    events: records.map(({seq, at, kind, actor, hash, previousHash, body}) => ({
      seq,
      at,
      kind,
      name: typeof body['name'] === 'string' ? body['name'] : null,
      actor,
      hash,
      previousHash,
      body: body as Json,
    })),
  }
}
