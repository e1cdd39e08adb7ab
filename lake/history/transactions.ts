import {type Json, type JsonObject} from '../document.ts'
import {pageSize} from './pages.ts'
import {type HistoryReader} from './reader.ts'

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

/** The transactions that wrote to documents, with what they did to those that the reader may hear of. */
export function transactionsOf(
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
