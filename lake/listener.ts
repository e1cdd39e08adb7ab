import {evaluateSync, type ExprNode} from 'groq-js'
import {actorId} from './actor.ts'
import {type CommittedChange, type CommittedTransaction} from './commit.ts'
import {type Json, type JsonObject, type LakeDocument} from './document.ts'
import {LakeError} from './errors.ts'
import {withinBudget} from './budget.ts'
import {type Feed} from './feed.ts'
import {nodesOf} from './groqTree.ts'
import {parsedQuery} from './queryTree.ts'
import {searchable, withText} from './textQuery.ts'

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

/** Sends what every commit from now on means to one reader. Returns how to stop. */
export function listen(
  feed: Pick<Feed, 'subscribe'>,
  request: ListenRequest,
  reader: ListenReader,
  send: (event: ListenEvent) => void,
): () => void {
  const events = listenEvents(request, reader)
  return feed.subscribe((transaction) => events(transaction).forEach(send))
}

/** The events that a transaction means to one listener, judged document by document before and after. */
export function listenEvents(
  request: ListenRequest,
  reader: ListenReader,
): (transaction: CommittedTransaction) => readonly ListenEvent[] {
  const matches = documentFilter(request, reader.identity)
  return (transaction) => {
    const sightings = transaction.changes.flatMap(
      (change) => sighting(change, reader, matches) ?? [],
    )
    return sightings.map((seen, index) => ({
      ...eventOf(seen, transaction, request),
      // Listeners hold a transaction back until they have all of it: this counts what this one gets.
      transactionTotalEvents: sightings.length,
      transactionCurrentEvent: index + 1,
    }))
  }
}

const anonymousId = actorId({kind: 'anonymous'})

interface Sighting extends CommittedChange {
  readonly transition: ListenEvent['transition']
}

/** A change as the reader sees it; what they must not see counts as absent, and is not described either. */
function sighting(
  change: CommittedChange,
  {visible, identity}: ListenReader,
  matches: (document: LakeDocument) => boolean,
): Sighting | null {
  const before = change.before && visible(change.before, change.wasWithheld) ? change.before : null
  const after = change.after && visible(change.after, false) ? change.after : null
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

function documentFilter(
  {query, params = {}}: ListenRequest,
  identity: string,
): (document: LakeDocument) => boolean {
  if (typeof query !== 'string' || query.trim() === '') {
    throw new LakeError(
      'malformedRequest',
      'The query to listen to must be a text in GROQ; it is missing or empty.',
    )
  }
  const filters = filtersOf(parsedQuery(query, params))
  if (filters === null) {
    throw new LakeError(
      'malformedRequest',
      'Only filters over documents can be listened to, such as *[_type == "article"].',
    )
  }
  const parameter = filters
    .flatMap((filter) => [...nodesOf(filter)])
    .find((node) => node.type === 'Parameter')
  if (parameter?.type === 'Parameter') {
    throw new LakeError(
      'malformedRequest',
      `The query uses $${parameter.name}, but no such parameter was given.`,
    )
  }
  const everything: ExprNode = {type: 'Everything'}
  const {tree, readsText} = searchable(
    filters.reduce<ExprNode>((base, expr) => ({type: 'Filter', base, expr}), everything),
  )
  const isCostly = filters.some((filter) => [...nodesOf(filter)].some(({type}) => loops.has(type)))
  const matches = (document: LakeDocument) => {
    const dataset = [readsText ? withText(document) : document]
    const evaluate = () => evaluateSync(tree, {dataset, params, identity}).data as unknown
    const result = isCostly ? withinBudget(costlyFilterMs, evaluate) : evaluate()
    return Array.isArray(result) && result.length > 0
  }
  try {
    matches(anyDocument)
  } catch (error) {
    if (error instanceof LakeError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new LakeError('malformedRequest', `The query cannot be listened to: ${reason}.`)
  }
  return matches
}

/** What a filter can go round and round with: such a filter runs on the thread that commits, so against the clock. */
const loops: ReadonlySet<string> = new Set([
  'ArrayCoerce',
  'ArrayTraverse',
  'Everything',
  'Filter',
  'FlatMap',
  'Map',
  'PipeFuncCall',
  'Projection',
])
const costlyFilterMs = 50

/** To find out what groq-js cannot evaluate while the listener can still be told. */
const anyDocument: LakeDocument = {_id: 'a', _type: 'a', _rev: 'a', _createdAt: '', _updatedAt: ''}

/** The conditions that documents themselves must meet; null when the query is not over documents at all. */
function filtersOf(tree: ExprNode): readonly ExprNode[] | null {
  switch (tree.type) {
    case 'Everything':
      return []
    case 'Filter': {
      const filters = filtersOf(tree.base)
      return filters && (isOverDocuments(tree.base) ? [...filters, tree.expr] : filters)
    }
    case 'Map':
    case 'FlatMap':
    case 'Projection':
    case 'PipeFuncCall':
    case 'Slice':
    case 'AccessElement':
    case 'AccessAttribute':
    case 'ArrayCoerce':
    case 'Deref':
    case 'Group':
      return tree.base === undefined ? null : filtersOf(tree.base)
    default:
      return null
  }
}

/** False after anything that changes what a later filter would look at, such as `_score`. */
function isOverDocuments(base: ExprNode): boolean {
  if (base.type === 'Everything') return true
  if (base.type === 'Filter' || base.type === 'Group') return isOverDocuments(base.base)
  return base.type === 'PipeFuncCall' && base.name === 'order' && isOverDocuments(base.base)
}
