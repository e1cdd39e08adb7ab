import {actorId} from '../actor.ts'
import {type CommittedChange, type CommittedTransaction} from '../commit/commit.ts'
import {type Json, type JsonObject, type LakeDocument} from '../document.ts'

export interface ListenRequest {
  /** A GROQ filter; whatever follows it (projections, orders, scores) is of no consequence here. */
  readonly query: string
  readonly params?: JsonObject | undefined
  readonly includeResult?: boolean | undefined
  readonly includePreviousRevision?: boolean | undefined
  /** True unless told otherwise. */
  readonly includeMutations?: boolean | undefined
  readonly effectFormat?: string | undefined
}

/** Whom the events are for. What is not visible to them does not exist. */
export interface ListenReader {
  readonly visible: (document: LakeDocument, isWithheld: boolean) => boolean
  readonly identity: string
}

export interface ListenEvent {
  readonly eventId: string
  readonly documentId: string
  readonly transactionId: string
  readonly transition: 'appear' | 'update' | 'disappear'
  readonly identity: string
  readonly mutations?: readonly JsonObject[]
  readonly effects?: {readonly apply: Json; readonly revert: Json}
  readonly previousRev?: string
  readonly resultRev: string
  readonly timestamp: string
  readonly visibility: 'query'
  readonly transactionTotalEvents: number
  readonly transactionCurrentEvent: number
  readonly result?: LakeDocument
  readonly previous?: LakeDocument | null
}

/** A change as the reader sees it: what they must not see counts as absent. */
export interface Sight {
  readonly change: CommittedChange
  readonly before: LakeDocument | null
  readonly after: LakeDocument | null
}

export function sightOf(change: CommittedChange, {visible}: ListenReader): Sight {
  return {
    change,
    before: change.before && visible(change.before, change.wasWithheld) ? change.before : null,
    after: change.after && visible(change.after, false) ? change.after : null,
  }
}

/** The events that a transaction means to a listener, by which of the states that it sees match its filter. */
export function listenEvents(
  transaction: CommittedTransaction,
  sights: readonly Sight[],
  matches: (document: LakeDocument) => boolean,
  {request, identity}: {readonly request: ListenRequest; readonly identity: string},
): readonly ListenEvent[] {
  const sightings = sights.flatMap((sight) => sighting(sight, identity, matches) ?? [])
  return sightings.map((seen, index) => ({
    ...eventOf(seen, transaction, request),
    // Listeners hold a transaction back until they have all of it: this counts what this one gets.
    transactionTotalEvents: sightings.length,
    transactionCurrentEvent: index + 1,
  }))
}

const anonymousId = actorId({kind: 'anonymous'})

interface Sighting extends CommittedChange {
  readonly transition: ListenEvent['transition']
}

/** What the reader must not see is not described either. */
function sighting(
  {change, before, after}: Sight,
  identity: string,
  matches: (document: LakeDocument) => boolean,
): Sighting | null {
  const matched = before !== null && matches(before)
  const match = after !== null && matches(after)
  if (!matched && !match) return null
  const transition = !matched ? 'appear' : match ? 'update' : 'disappear'
  const sawBefore = before !== null || change.before === null
  const sawAfter = after !== null || change.after === null
  // Wire mutations may carry words that no commit left behind: readers without a token get states only.
  if (sawBefore && sawAfter && identity !== anonymousId) return {...change, transition}
  const mutations = [after === null ? {delete: {id: change.id}} : {createOrReplace: after}]
  const effects = {apply: [0, withoutRevision(after)], revert: [0, withoutRevision(before)]}
  return {...change, before, after, mutations, effects, transition}
}

function withoutRevision(document: LakeDocument | null): JsonObject | null {
  if (document === null) return null
  const {_rev, ...content} = document
  return content
}

function eventOf(
  {id, before, after, mutations, effects, transition}: Sighting,
  transaction: CommittedTransaction,
  request: ListenRequest,
): Omit<ListenEvent, 'transactionTotalEvents' | 'transactionCurrentEvent'> {
  const hasResult = request.includeResult === true && transition !== 'disappear' && after !== null
  return {
    eventId: `${transaction.id}#${id}`,
    documentId: id,
    transactionId: transaction.id,
    transition,
    identity: transaction.author,
    ...(request.includeMutations === false ? {} : {mutations}),
    ...(request.effectFormat === 'mendoza' ? {effects} : {}),
    // Absent, not null, when a document appears; present on a deletion like `resultRev`: the Studio follows the chain.
    ...(transition === 'appear' || before === null ? {} : {previousRev: before._rev}),
    resultRev: transaction.id,
    timestamp: transaction.timestamp,
    visibility: 'query',
    ...(hasResult ? {result: after} : {}),
    ...(request.includePreviousRevision === true ? {previous: before} : {}),
  }
}
