import {type Actor, actorId} from './actor.ts'
import {contentOf, type LakeDocument, publishedId} from './document.ts'
import {type View} from './guard.ts'
import {type House} from './house.ts'
import {onceEach} from './onceEach.ts'
import {strengthenReferences} from './references.ts'
import {isSame} from './commit/same.ts'
import {type Store} from './store/store.ts'
import {type DetailedChange, type Workspace} from './commit/workspace.ts'

/** The state with the workspace's changes applied, as actions and guards see it. */
export function viewOf(
  house: House,
  workspace: Workspace,
  {now, actor}: {readonly now: string; readonly actor: Actor},
): View {
  const {store} = house
  const touchedIn = (base: string) => workspace.touched().byBase.get(base) ?? []
  const untouched = (stored: readonly LakeDocument[]) => {
    const {ids} = workspace.touched()
    return stored.filter((document) => !ids.has(document._id))
  }
  return {
    now,
    read: (id) => workspace.read(id),
    group: (base) => [
      ...untouched(store.group(base)),
      ...touchedIn(base).flatMap((id) => workspace.read(id) ?? []),
    ],
    referrers: (id) => {
      const {ids, byTarget} = workspace.touched()
      return [
        ...store.referrers(id).filter((source) => !ids.has(source)),
        ...(byTarget.get(id) ?? []).map((document) => document._id),
      ]
    },
    ofType: (type) => [
      ...untouched(store.ofType(type)),
      ...workspace.changes().flatMap(({after}) => (after?._type === type ? [after] : [])),
    ],
    idsOfType: (type) => {
      const {ids} = workspace.touched()
      return [
        ...store.idsOfType(type).filter((id) => !ids.has(id)),
        ...workspace.changes().flatMap(({after}) => (after?._type === type ? [after._id] : [])),
      ]
    },
    ledger: (subject) => store.ledger(subject),
    records: (kinds) => store.records(kinds),
    ledgerHead: () => store.ledgerHead(),
    contributors: (base, afterSeq) => {
      const pending = touchedIn(base).some((id) =>
        isNovel(workspace, {id, after: workspace.read(id)}, store),
      )
      const known = store.contributors(base, afterSeq)
      return pending ? [...new Set([...known, actorId(actor)])] : known
    },
    ...house.directory,
  }
}

/** The same words in another bundle of the same document are not new. */
export function isNovel(
  workspace: Workspace,
  change: Pick<DetailedChange, 'id' | 'after'>,
  store: Store,
): boolean {
  if (change.after === null) return false
  const after = wordsOf(change.after)
  const base = publishedId(change.id)
  const touched = workspace.touched().byBase.get(base) ?? []
  const known = touched.map((id) => workspace.readBefore(id))
  const others = store.group(base).filter(({_id}) => !touched.includes(_id))
  return ![...known, ...others].some((before) => before !== null && isSame(wordsOf(before), after))
}

const wordsOf = onceEach((document: LakeDocument) => strengthenReferences(contentOf(document)))
