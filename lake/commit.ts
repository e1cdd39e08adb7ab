import {actorId, type Actor} from './actor.ts'
import {
  isPublished,
  isRootId,
  type Json,
  type JsonObject,
  type LakeDocument,
  publishedId,
} from './document.ts'
import {diffEffects} from './effects.ts'
import {LakeError} from './errors.ts'
import {type Denial, type Extension, type LedgerEntry, type View} from './guard.ts'
import {allows} from './grants.ts'
import {strengthenReferences} from './action.ts'
import {strongTargets} from './references.ts'
import {type Store} from './store.ts'
import {type DetailedChange, Workspace} from './transaction.ts'

export interface CommittedChange {
  readonly id: string
  readonly before: LakeDocument | null
  readonly after: LakeDocument | null
  /** Wire mutations that reproduce the change. */
  readonly mutations: readonly JsonObject[]
  /** Mendoza patches. */
  readonly effects: {readonly apply: Json; readonly revert: Json}
}

export interface CommittedTransaction {
  readonly seq: number
  readonly id: string
  readonly author: string
  readonly timestamp: string
  readonly changes: readonly CommittedChange[]
}

export interface CommitRequest {
  readonly actor: Actor
  readonly transactionId: string
  readonly now: string
  readonly dryRun: boolean
  /** Fills the workspace. What is appended to the ledger can be read at once, and goes if the commit fails. */
  readonly work: (workspace: Workspace, view: View, append: (entry: LedgerEntry) => void) => void
}

export interface House {
  readonly store: Store
  /** Of an open dataset: none. */
  readonly guards: Extension['guards']
  readonly roles: Extension['roles']
  readonly isPrivate: Extension['isPrivate']
  readonly personOf: (userId: string) => string | null
}

const maxDocumentBytes = 4_000_000

class DryRun extends Error {}

/** A refusal by the guards or by a registered action: the transaction left no trace, but the attempt is recorded. */
export function refusal(stale: boolean, denials: readonly Denial[]): LakeError {
  const message = denials.map((denial) => denial.message).join(' ')
  return new LakeError(stale ? 'stale' : 'refused', message, {
    denials: denials.map((denial) => ({...denial})),
  })
}

/**
 * The only way to write: read, apply, check grants and references, ask the guards, write, all in one transaction.
 * Returns null for a dry run that would have succeeded.
 */
export function commit(house: House, request: CommitRequest): CommittedTransaction | null {
  const {store} = house
  const {actor, transactionId, now} = request
  try {
    return store.transaction(() => {
      if (store.hasTransaction(transactionId)) {
        throw new LakeError(
          'alreadyExists',
          `The transaction "${transactionId}" was committed before.`,
        )
      }
      const workspace = new Workspace((id) => store.document(id), {transactionId, now})
      const view = viewOf(house, workspace, request)
      const seq = store.addTransaction(transactionId, actorId(actor), now)
      const recorded: LedgerEntry[] = []
      const append = (entry: LedgerEntry) => {
        recorded.push(entry)
        store.append(entry, {at: now, actor: actorId(actor), transactionId, transactionSeq: seq})
      }
      request.work(workspace, view, append)
      const changes = workspace.changes()
      checkGrants(house, actor, changes)
      checkReferences(store, workspace, changes)
      askGuards(house, request, workspace, view, [...recorded]).forEach(append)
      const committed = workspace
        .changes()
        .map((change) => write(house, workspace, change, seq, actor))
      if (request.dryRun) throw new DryRun()
      return {seq, id: transactionId, author: actorId(actor), timestamp: now, changes: committed}
    })
  } catch (error) {
    if (error instanceof DryRun) return null
    throw error
  }
}

/** The state with the workspace's changes applied, as actions and guards see it. */
export function viewOf(
  house: House,
  workspace: Workspace,
  {now, actor, transactionId}: Pick<CommitRequest, 'now' | 'actor' | 'transactionId'>,
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
    contributions: (base, afterSeq) => {
      const pending = workspace
        .changes()
        .some((change) => publishedId(change.id) === base && isNovel(workspace, change, store))
      const now_ = pending ? [{userId: actorId(actor), transactionId, at: now}] : []
      return [...store.contributions(base, afterSeq), ...now_]
    },
    personOf: house.personOf,
  }
}

function refersTo(document: LakeDocument, id: string): boolean {
  return JSON.stringify(document).includes(`"_ref":${JSON.stringify(id)}`)
}

/** The same words in another bundle of the same document are not new. */
function isNovel(workspace: Workspace, change: DetailedChange, store: Store): boolean {
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

function wordsOf(document: LakeDocument): string {
  const {_id, _rev, _createdAt, _updatedAt, _system, ...words} = document
  return JSON.stringify(sorted(strengthenReferences(words) ?? null))
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(
    (entry): entry is [string, Json] => entry[1] !== undefined,
  )
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]),
  )
}

function checkGrants(house: House, actor: Actor, changes: readonly DetailedChange[]): void {
  for (const {id, before, after, by} of changes) {
    if (by === 'server') continue
    const may =
      (before === null || allows(house.roles, actor, 'update', before)) &&
      (after === null || allows(house.roles, actor, before === null ? 'create' : 'update', after))
    if (may) continue
    const permission = before === null ? 'create' : after === null ? 'delete' : 'update'
    throw new LakeError(
      'insufficientPermissions',
      `Your account may not ${permission} "${id}". Ask an administrator for a role that may.`,
      {id, permission},
    )
  }
}

function checkReferences(
  store: Store,
  workspace: Workspace,
  changes: readonly DetailedChange[],
): void {
  for (const {id, before, after, by} of changes) {
    // What the server takes down must come down, whoever still points at it.
    if (after === null && by === 'server') continue
    if (after !== null) {
      const held = before === null ? new Set<string>() : strongTargets(before)
      for (const target of strongTargets(after)) {
        if (
          workspace.read(target) !== null ||
          (held.has(target) && workspace.readBefore(target) === null)
        )
          continue
        throw new LakeError(
          'referenceDoesNotExist',
          `"${id}" refers to "${target}", which does not exist (or is not published yet).`,
          {id, referenceID: target},
        )
      }
      continue
    }
    const holders = store.referrers(id).filter((source) => {
      const document = workspace.read(source)
      return document !== null && strongTargets(document).has(id)
    })
    if (holders.length > 0) {
      throw new LakeError(
        'documentHasReferences',
        `"${id}" cannot be deleted: ${holders.slice(0, 5).join(', ')} still refer${holders.length === 1 ? 's' : ''} to it.`,
        {id, referringIDs: [...holders]},
      )
    }
  }
}

function askGuards(
  house: House,
  {actor, transactionId}: CommitRequest,
  workspace: Workspace,
  view: View,
  recorded: readonly LedgerEntry[],
): readonly LedgerEntry[] {
  const changes = workspace.changes()
  const proposed = {...view, actor, transactionId, changes, recorded}
  const verdicts = house.guards.map((guard) => guard(proposed))
  const refused = verdicts.flatMap((verdict) => (verdict.allowed ? [] : [verdict]))
  if (refused.length > 0) {
    throw refusal(
      refused.every((verdict) => verdict.stale),
      refused.flatMap((verdict) => verdict.denials),
    )
  }
  const allowed = verdicts.flatMap((verdict) => (verdict.allowed ? [verdict] : []))
  for (const {id, content} of allowed.flatMap((verdict) => verdict.derived)) {
    if (content !== null)
      workspace.write(id, content, {createOrReplace: {...content, _id: id}}, 'server')
    else if (workspace.read(id) !== null) workspace.write(id, null, {delete: {id}}, 'server')
  }
  return allowed.flatMap((verdict) => verdict.entries)
}

function write(
  house: House,
  workspace: Workspace,
  change: DetailedChange,
  seq: number,
  actor: Actor,
): CommittedChange {
  const {store} = house
  const {id, before, after, mutations} = change
  if (after !== null && JSON.stringify(after).length > maxDocumentBytes) {
    throw new LakeError('tooLarge', `"${id}" would be larger than ${maxDocumentBytes / 1e6} MB.`)
  }
  const effects = diffEffects(before, after)
  const novel = isNovel(workspace, change, store)
  store.addRevision(seq, actorId(actor), {
    documentId: id,
    previousRev: before?._rev ?? null,
    novel,
    mutations,
    effects,
  })
  if (after === null) store.remove(id)
  else store.put(after, seq, isPublic(after, house.isPrivate))
  return {id, before, after, mutations, effects}
}

/** What readers without a token may see. */
export function isPublic(document: LakeDocument, isPrivate: Extension['isPrivate']): boolean {
  return (
    isPublished(document._id) &&
    isRootId(document._id) &&
    !document._id.startsWith('_') &&
    !isPrivate(document)
  )
}
