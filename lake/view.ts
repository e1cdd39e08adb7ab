import canonicalize from 'canonicalize'
import {strengthenReferences} from './action.ts'
import {type Actor, actorId} from './actor.ts'
import {type LakeDocument, publishedId} from './document.ts'
import {type View} from './guard.ts'
import {type House} from './house.ts'
import {referencesIn} from './references.ts'
import {type Store} from './store.ts'
import {type DetailedChange, type Workspace} from './transaction.ts'

/** The state with the workspace's changes applied, as actions and guards see it. */
export function viewOf(
  house: House,
  workspace: Workspace,
  {now, actor, transactionId}: {now: string; actor: Actor; transactionId: string},
): View {
  const {store} = house
  const touched = (test: (document: LakeDocument) => boolean): readonly LakeDocument[] =>
    workspace.changes().flatMap(({after}) => (after !== null && test(after) ? [after] : []))
  const overlay = (stored: readonly LakeDocument[], test: (document: LakeDocument) => boolean) => {
    const changed = new Set(workspace.changes().map((change) => change.id))
    return [...stored.filter((document) => !changed.has(document._id)), ...touched(test)]
  }
  return {
    now,
    read: (id) => workspace.read(id),
    group: (base) => overlay(store.group(base), (document) => publishedId(document._id) === base),
    referrers: (id) => {
      const changed = new Set(workspace.changes().map((change) => change.id))
      const stored = store.referrers(id).filter((source) => !changed.has(source))
      return [
        ...stored,
        ...touched((document) => refersTo(document, id)).map((document) => document._id),
      ]
    },
    ofType: (type) => overlay(store.ofType(type), (document) => document._type === type),
    ledger: (subject) => store.ledger(subject),
    records: (kinds) => store.records(kinds),
    ledgerHead: () => store.ledgerHead(),
    contributions: (base, afterSeq) => {
      const pending = workspace
        .changes()
        .some((change) => publishedId(change.id) === base && isNovel(workspace, change, store))
      const own = pending ? [{userId: actorId(actor), transactionId, at: now}] : []
      return [...store.contributions(base, afterSeq), ...own]
    },
    ...house.directory,
  }
}

function refersTo(document: LakeDocument, id: string): boolean {
  return referencesIn(document).some(({target}) => target === id)
}

/** The same words in another bundle of the same document are not new. */
export function isNovel(workspace: Workspace, change: DetailedChange, store: Store): boolean {
  if (change.after === null) return false
  const after = wordsOf(change.after)
  const base = publishedId(change.id)
  const touched = workspace.changes().flatMap(({id}) => (publishedId(id) === base ? [id] : []))
  const known = new Set([...touched, ...store.group(base).map((document) => document._id)])
  return ![...known].some((id) => {
    const before = workspace.readBefore(id)
    return before !== null && wordsOf(before) === after
  })
}

function wordsOf(document: LakeDocument): string | undefined {
  const {_id, _rev, _createdAt, _updatedAt, _system, ...words} = document
  return canonicalize(strengthenReferences(words))
}
