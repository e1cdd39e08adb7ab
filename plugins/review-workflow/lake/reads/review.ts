import {draftId, type Json} from '../../../../lake/document.ts'
import {type LedgerRecord, type NamedRead} from '../../../../lake/guard.ts'
import {attestation, policyHash, policyName, signers} from '../../policy/index.ts'
import {changedSince} from '../changed.ts'
import {asIfPublished, closure} from '../closure.ts'
import {factsOf} from '../facts.ts'
import {standing, text} from '../records.ts'

/**
 * What a decision about this document would rest on, for the same `decide` in the Studio. Where the running request is
 * about shared documents as they will be, so is this.
 */
export const reviewRead: NamedRead = (view, id) => {
  const shared = standing(view, id).request?.shared ?? []
  const facts = factsOf(view, view.actor, id, shared)
  const document = view.read(draftId(id)) ?? view.read(id)
  const rendered = document === null ? [] : closure(asIfPublished(view, shared), document)
  const shown = facts.subject.draft ?? facts.subject.live
  const changed = changedSince(view, id, document, rendered)
  const {since} = changed
  return {
    facts: facts as unknown as Json,
    digest: shown?.digest ?? null,
    closureDigest: shown?.closureDigest ?? null,
    closure: rendered.map((entry) => ({...entry})),
    attestation: {...attestation},
    policyVersion: policyName(facts.policy),
    policyHash: policyHash(facts.policy),
    changed: {
      since: since && {
        seq: since.seq,
        at: since.at,
        name: text(since.body, 'name'),
        documentId: text(since.body, 'documentId'),
        revision: text(since.body, 'revision'),
      },
      fields: [...changed.fields],
      shared: [...changed.shared],
    },
    answered: answered(view.ledger(id)),
    signers: signers(facts) as unknown as Json,
  }
}

/** Every no of this round that has its answer, oldest first: a second look begins there. */
function answered(records: readonly LedgerRecord[]): Json {
  const lastPublished = records.findLast(({kind}) => kind === 'published')?.seq ?? 0
  return records
    .filter(({kind, seq}) => isNo(kind) && seq > lastPublished)
    .flatMap(({seq, kind, at, body}) => {
      const answer = records.find((each) => each.kind === 'submitted' && each.seq > seq)
      if (answer === undefined) return []
      return [
        {
          kind: kind === 'refusedToSign' ? 'refused' : 'changesRequested',
          personId: text(body, 'personId'),
          name: text(body, 'name'),
          at,
          note: text(body, 'note'),
          answer: {
            name: text(answer.body, 'name'),
            at: answer.at,
            note: text(answer.body, 'note'),
          },
        },
      ]
    })
}

function isNo(kind: string): boolean {
  return kind === 'changesRequested' || kind === 'refusedToSign'
}
