import {applyPatch} from 'mendoza'
import {type Actor, type Role} from './actor.ts'
import {bundleOf, type Json, type JsonObject, type LakeDocument, publishedId} from './document.ts'
import {LakeError} from './errors.ts'
import {allows} from './grants.ts'
import {type HistoryEvent, historyEvents} from './historyEvents.ts'
import {HistoryReader} from './historyReader.ts'
import {releaseId} from './release.ts'
import {type ReleaseEvent, releaseEvents} from './releaseEvents.ts'
import {releaseMoves} from './releaseMoves.ts'

export interface TransactionRange {
  /** Both ends are part of the range. Nothing is found between transactions that do not exist. */
  readonly fromTransaction?: string | undefined
  readonly toTransaction?: string | undefined
  readonly limit?: number | undefined
  /** Newest first. */
  readonly reverse?: boolean | undefined
  /** Leaves what was written out of the mutations; the effects stay. */
  readonly excludeContent?: boolean | undefined
  readonly includeIdentifiedDocumentsOnly?: boolean | undefined
}

export interface HistoryTransaction {
  readonly id: string
  readonly timestamp: string
  readonly author: string
  readonly documentIDs: readonly string[]
  readonly mutations: readonly JsonObject[]
  readonly effects: {readonly [documentId: string]: {readonly apply: Json; readonly revert: Json}}
}

export type Moment =
  | {readonly revision: string}
  | {readonly time: string}
  /** As it is, or as it was before it was deleted. */
  | {readonly lastRevision: true}

export interface PageRequest {
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

export interface Page<Event> {
  readonly events: readonly Event[]
  readonly nextCursor: string
}

/** What happened to documents, for those who hold the `history` permission on each of them. */
export interface History {
  /** Newest first. The cursor asks for what is older; it is empty at the end. */
  events(actor: Actor, id: string, page?: PageRequest): Page<HistoryEvent>
  /** What befell a release, by its name. Newest first, too. */
  releaseEvents(actor: Actor, name: string, page?: PageRequest): Page<ReleaseEvent>
  transactions(
    actor: Actor,
    ids: readonly string[],
    range?: TransactionRange,
  ): readonly HistoryTransaction[]
  /** Documents as they were; those that did not exist at that moment are missing. */
  documentsAt(actor: Actor, ids: readonly string[], moment: Moment): readonly LakeDocument[]
  close(): void
}

const largestPage = 1000

export function createHistory({file, roles}: {file: string; roles: readonly Role[]}): History {
  const reader = new HistoryReader(file)

  const check = (actor: Actor, ids: readonly string[]): void => {
    if (actor.kind === 'anonymous') {
      throw new LakeError(
        'unauthenticated',
        'History can be read only with a token. Sign in first.',
      )
    }
    for (const id of ids) {
      const document = lastState(reader, id)
      if (document === null || allows(roles, actor, 'history', document)) continue
      throw new LakeError(
        'insufficientPermissions',
        `Your account may not read the history of "${id}". Ask an administrator for a role that may.`,
        {id, permission: 'history'},
      )
    }
  }

  const mayTell = (actor: Actor) => (id: string) => {
    const document = lastState(reader, id)
    return document !== null && allows(roles, actor, 'history', document)
  }

  return {
    events: (actor, id, page = {}) =>
      reader.snapshot(() => {
        const groupIds = reader.group(publishedId(id))
        check(actor, groupIds.includes(id) ? [id] : groupIds)
        const moves = releasesAmong(groupIds).flatMap((name) => releaseMoves(reader, name))
        return pageOf(historyEvents(id, reader.steps(publishedId(id)), moves), page)
      }),
    releaseEvents: (actor, name, page = {}) =>
      reader.snapshot(() => {
        check(actor, [releaseId(name)])
        return pageOf(releaseEvents(reader, name, mayTell(actor)), page)
      }),
    transactions: (actor, ids, range = {}) =>
      reader.snapshot(() => {
        check(actor, ids)
        return transactionsOf(reader, ids, range, mayTell(actor))
      }),
    documentsAt: (actor, ids, moment) =>
      reader.snapshot(() => {
        check(actor, ids)
        return ids
          .flatMap((id) => stateAt(reader, id, moment) ?? [])
          .filter((document) => allows(roles, actor, 'history', document))
      }),
    close: () => reader.close(),
  }
}

function pageOf<Event>(
  oldestFirst: readonly Event[],
  {limit, cursor = ''}: PageRequest,
): Page<Event> {
  const events = oldestFirst.toReversed()
  const start = cursor === '' ? 0 : (positive(cursor) ?? events.length)
  const end = start + pageSize(limit, 100)
  return {events: events.slice(start, end), nextCursor: end < events.length ? String(end) : ''}
}

/** Names of the releases that versions of a document were in. */
function releasesAmong(groupIds: readonly string[]): readonly string[] {
  const names = groupIds.flatMap((id) => {
    const bundle = bundleOf(id)
    return bundle.kind === 'version' ? [bundle.release] : []
  })
  return [...new Set(names)]
}

function transactionsOf(
  reader: HistoryReader,
  ids: readonly string[],
  range: TransactionRange,
  may: (id: string) => boolean,
): readonly HistoryTransaction[] {
  const from = range.fromTransaction ? reader.seqOf(range.fromTransaction) : 0
  const to = range.toTransaction ? reader.seqOf(range.toTransaction) : Number.MAX_SAFE_INTEGER
  if (from === null || to === null) return []
  const page = {from, to, reverse: range.reverse === true, limit: pageSize(range.limit, 50)}
  const identified = new Set(ids)
  return reader.transactions(ids, page).map(({seq, id, timestamp, author}) => {
    const revisions = reader
      .revisionsOf(seq)
      .filter(({documentId}) =>
        range.includeIdentifiedDocumentsOnly ? identified.has(documentId) : may(documentId),
      )
    const mutations = revisions.flatMap((revision) => revision.mutations)
    return {
      id,
      timestamp,
      author,
      documentIDs: revisions.map(({documentId}) => documentId),
      mutations: range.excludeContent ? mutations.map(withoutContent) : mutations,
      effects: Object.fromEntries(
        revisions.map(({documentId, apply, revert}) => [documentId, {apply, revert}]),
      ),
    }
  })
}

/** Which kind of mutation, of which document. */
function withoutContent(mutation: JsonObject): JsonObject {
  const entries = Object.entries(mutation).map(([verb, body]) => {
    const {_id, _type, id} = body as JsonObject
    return [verb, JSON.parse(JSON.stringify({_id, _type, id})) as JsonObject]
  })
  return Object.fromEntries(entries) as JsonObject
}

function lastState(reader: HistoryReader, id: string): LakeDocument | null {
  return stateAt(reader, id, {lastRevision: true})
}

function stateAt(reader: HistoryReader, id: string, moment: Moment): LakeDocument | null {
  if ('lastRevision' in moment) {
    const current = reader.document(id)
    const last = reader.lastSeq(id)
    return current ?? (last === null ? null : stateAfter(reader, id, last - 1))
  }
  const seq =
    'revision' in moment ? reader.seqOf(moment.revision) : reader.seqAt(isoTime(moment.time))
  return seq === null ? null : stateAfter(reader, id, seq)
}

/** The document as that transaction left it: as it is now, with everything since taken back. */
function stateAfter(reader: HistoryReader, id: string, seq: number): LakeDocument | null {
  const revision = reader.revisionAt(id, seq)
  if (revision === null) return null
  let state: unknown = reader.document(id)
  for (const revert of reader.revertsAfter(id, seq))
    state = applyPatch(withoutRevision(state), revert)
  return state === null ? null : {...(state as LakeDocument), _rev: revision}
}

function withoutRevision(state: unknown): unknown {
  if (state === null) return null
  const {_rev, ...content} = state as LakeDocument
  return content
}

function isoTime(time: string): string {
  const date = new Date(time)
  if (Number.isNaN(date.getTime())) {
    throw new LakeError(
      'malformedRequest',
      `"${time.slice(0, 80)}" is not a time. Write it as 2026-01-31T12:00:00Z.`,
    )
  }
  return date.toISOString()
}

function pageSize(limit: number | undefined, usual: number): number {
  return limit !== undefined && limit > 0 ? Math.min(Math.floor(limit), largestPage) : usual
}

function positive(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}
