import {draftId, type Json, type JsonObject} from '../../../../lake/document.ts'
import {type LedgerRecord, type NamedRead, type View} from '../../../../lake/guard.ts'
import {
  type Facts,
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
    title: titleIn(view, id),
    stage: stageOf(facts),
    live: facts.subject.live !== null,
    riskClass: riskClassOf(words?.topics ?? []),
    topics: [...(words?.topics ?? [])],
    dates: dates && {...dates},
    digest: words?.digest ?? null,
    closureDigest: words?.closureDigest ?? null,
    ...policyOver(facts, records),
    titles: Object.fromEntries(
      records.flatMap(({body}) => named(body)).map((each) => [each, titleIn(view, each)]),
    ),
    events: records.map((record) => {
      const {seq, at, kind, actor, hash, previousHash, body} = record
      const name = nameOf(view, record)
      return {seq, at, kind, name, actor, hash, previousHash, body: body as Json}
    }),
  }
}

/** The policy that a live page went live under, as that was recorded then; else the one in force. */
function policyOver({subject, policy}: Facts, records: readonly LedgerRecord[]): JsonObject {
  const published = records.findLast(({kind}) => kind === 'published')
  return subject.live !== null && published !== undefined
    ? {
        policyVersion: text(published.body, 'policyVersion'),
        policyHash: text(published.body, 'policyHash'),
      }
    : {policyVersion: policyName(policy), policyHash: policyHash(policy)}
}

/** Other documents that a record is about. */
function named({about, shared, changedShared, unopened}: JsonObject): readonly string[] {
  return [
    ...(typeof about === 'string' ? [about] : texts(about)),
    ...[shared, changedShared, unopened].flatMap(texts),
  ]
}

function titleIn(view: View, id: string): string {
  return titleOf(view.read(draftId(id)) ?? view.read(id)) || id
}

/** As it was recorded; of what the server records by itself, whose commit it was. */
function nameOf(view: View, {body, actor}: LedgerRecord): string | null {
  if (text(body, 'name') !== '') return text(body, 'name')
  const account = view.actorOf(actor)
  return account.kind === 'person' ? account.name : account.kind === 'robot' ? account.label : null
}
