import {draftId, type Json, type JsonObject} from '../../../../lake/document.ts'
import {type LedgerRecord, type NamedRead, type View} from '../../../../lake/guard.ts'
import {
  activeMarks,
  type Facts,
  isGoverned,
  isIndexed,
  type Policy,
  policyHash,
  policyName,
  reviewDates,
  riskClassOf,
  stageOf,
} from '../../policy/index.ts'
import {keepsCredentials} from '../credentials.ts'
import {factsOf} from '../facts.ts'
import {text, texts} from '../records.ts'
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
    title: titleIn(view, id) || id,
    stage: stageOf(facts),
    live: facts.subject.live !== null,
    marks: activeMarks(facts).map((mark) => ({...mark})),
    indexed: isIndexed(facts),
    riskClass: riskClassOf(words?.topics ?? []),
    topics: [...(words?.topics ?? [])],
    dates: dates && {...dates},
    digest: words?.digest ?? null,
    closureDigest: words?.closureDigest ?? null,
    ...policyOver(facts, records),
    titles: Object.fromEntries(
      records
        .flatMap(({body}) => named(body))
        .flatMap((each) => {
          const title = titleIn(view, each)
          return title === '' ? [] : [[each, title]]
        }),
    ),
    events: records.map((record) => {
      const {seq, at, kind, actor, hash, previousHash, body} = record
      const by = accountName(view, actor)
      const name = text(body, 'name') || by
      return {seq, at, kind, name, by, actor, hash, previousHash, body: body as Json}
    }),
  }
}

/** The policy that a live page went live under, by the hash that was recorded then; else the one in force. */
function policyOver(
  {subject, policy, livePolicy}: Facts,
  records: readonly LedgerRecord[],
): JsonObject {
  if (subject.live === null || !isGoverned(subject.type)) return policyNames(policy)
  const published = records.findLast(({kind}) => kind === 'published')
  return published === undefined
    ? policyNames(livePolicy)
    : {
        policyVersion: text(published.body, 'policyVersion'),
        policyHash: text(published.body, 'policyHash'),
      }
}

function policyNames(policy: Policy): JsonObject {
  return {policyVersion: policyName(policy), policyHash: policyHash(policy)}
}

/** What a record is about besides its subject: documents, and among what was not opened fields, too. */
function named({about, shared, changedShared, unopened}: JsonObject): readonly string[] {
  return [
    ...(typeof about === 'string' ? [about] : texts(about)),
    ...[shared, changedShared, unopened].flatMap(texts),
  ]
}

function titleIn(view: View, id: string): string {
  return titleOf(view.read(draftId(id)) ?? view.read(id))
}

/** Whose commit it was, as that account is called today. */
function accountName(view: View, actor: string): string | null {
  const account = view.actorOf(actor)
  return account.kind === 'person' ? account.name : account.kind === 'robot' ? account.label : null
}
