import {actorId, type Actor} from '../actor.ts'
import {withinBudget} from '../budget.ts'
import {checkGrants, checkReferences} from './checks.ts'
import {contentOf, type Json, type JsonObject, type LakeDocument} from '../document.ts'
import {diffEffects, type Effects, wholeEffects} from './effects.ts'
import {LakeError} from '../errors.ts'
import {type Denial, type LedgerEntry, type View} from '../guard.ts'
import {type House, isPublic} from '../house.ts'
import {onceByKey} from '../onceEach.ts'
import {maxDocumentBytes, tooLarge, workMs} from './patch.ts'
import {isSame} from './same.ts'
import {type DetailedChange, Workspace} from './workspace.ts'
import {isNovel, viewOf} from '../view.ts'

export interface CommittedChange {
  readonly id: string
  readonly before: LakeDocument | null
  readonly after: LakeDocument | null
  /** True when what was there before was not served. What a commit leaves behind is. */
  readonly wasWithheld: boolean
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
  /** Fills the workspace, which says when that takes too long. What is appended to the ledger can be read at once, and goes if the commit fails. */
  readonly work: (workspace: Workspace, view: View, append: (entry: LedgerEntry) => void) => void
}

/** Beyond that, documents of this size are told whole and not by what changed in them. */
const comparingMs = 1_000
const largeBytes = 100_000

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
      const until = performance.now() + workMs
      // What a transaction does not write stays as it is while it lasts.
      const workspace = new Workspace(
        onceByKey(store.document),
        {transactionId, now, until},
        store.asStored,
      )
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
      const comparingUntil = performance.now() + comparingMs
      const committed = workspace
        .changes()
        .map((change) => write(house, workspace, change, {seq, actor, comparingUntil}))
      if (request.dryRun) throw new DryRun()
      return {seq, id: transactionId, author: actorId(actor), timestamp: now, changes: committed}
    })
  } catch (error) {
    if (error instanceof DryRun) return null
    throw error
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
  const entries = allowed.flatMap((verdict) => verdict.entries)
  // Whoever follows what is derived is told of every record, whether it changes a word there or not.
  const isOnRecord = recorded.length + entries.length > 0
  for (const {id, content} of allowed.flatMap((verdict) => verdict.derived)) {
    const known = workspace.read(id)
    if (content === null) {
      if (known !== null) workspace.write(id, null, [{delete: {id}}], 'server')
    } else if (isOnRecord || !saysAlready(house, known, content))
      workspace.write(id, content, [{createOrReplace: {...content, _id: id}}], 'server')
  }
  return entries
}

/** What is withheld is not served before it is written again. */
function saysAlready({store}: House, known: LakeDocument | null, content: JsonObject): boolean {
  return known !== null && isSame(contentOf(known), content) && !store.isWithheld(known._id)
}

interface Writing {
  readonly seq: number
  readonly actor: Actor
  readonly comparingUntil: number
}

function write(
  house: House,
  workspace: Workspace,
  change: DetailedChange,
  {seq, actor, comparingUntil}: Writing,
): CommittedChange {
  const {store} = house
  const {id, before, after, mutations} = change
  const size = after === null ? 0 : JSON.stringify(after).length
  if (size > maxDocumentBytes) throw tooLarge(id)
  const effects =
    size > largeBytes ? comparedUntil(comparingUntil, change) : diffEffects(before, after)
  const novel = isNovel(workspace, change, store)
  const wasWithheld = store.isWithheld(id)
  store.addRevision(seq, actorId(actor), {
    documentId: id,
    previousRev: before?._rev ?? null,
    novel,
    mutations,
    effects,
  })
  if (after === null) store.remove(id)
  else store.put(after, seq, isPublic(after, house.privacy))
  return {id, before, after, wasWithheld, mutations, effects}
}

function comparedUntil(end: number, {before, after}: DetailedChange): Effects {
  try {
    return withinBudget(end - performance.now(), () => diffEffects(before, after))
  } catch (error) {
    if (error instanceof LakeError) return wholeEffects(before, after)
    throw error
  }
}
