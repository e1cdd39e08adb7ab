import {evaluateSync, type ExprNode} from 'groq-js'
import {withinBudget} from '../budget.ts'
import {type JsonObject, type LakeDocument} from '../document.ts'
import {LakeError} from '../errors.ts'
import {nodesOf} from '../groq/tree.ts'
import {parsedQuery} from '../groq/parser.ts'
import {searchable, withText} from '../groq/textQuery.ts'

export interface FilterRequest {
  /** A GROQ filter; whatever follows it (projections, orders, scores) is of no consequence here. */
  readonly query: string
  readonly params: JsonObject
  /** What `identity()` is. */
  readonly identity: string
}

export interface DocumentFilter {
  matches(document: LakeDocument): boolean
  /** It can go round and round, or over every word of a document: no work for the thread that commits. */
  readonly isCostly: boolean
}

/** As long as the longest address that `@sanity/client` sends. */
const longestQuery = 16_000
const trialMs = 50

/**
 * Reads the conditions that a query puts to each document by itself.
 * @throws LakeError malformedRequest, queryParseError, tooLarge
 */
export function documentFilter({query, params, identity}: FilterRequest): DocumentFilter {
  const filters = filtersIn(query, params)
  const everything: ExprNode = {type: 'Everything'}
  const {tree, readsText} = searchable(
    filters.reduce<ExprNode>((base, expr) => ({type: 'Filter', base, expr}), everything),
  )
  const isCostly = filters.some((filter) => [...nodesOf(filter)].some((node) => !isQuick(node)))
  const matches = (document: LakeDocument) => {
    const dataset = [readsText ? withText(document) : document]
    const result = evaluateSync(tree, {dataset, params, identity}).data as unknown
    return Array.isArray(result) && result.length > 0
  }
  try {
    const trial = () => matches(anyDocument)
    if (isCostly) withinBudget(trialMs, trial)
    else trial()
  } catch (error) {
    // Slow already: it is judged by the thread that can be ended.
    if (error instanceof LakeError) return {matches, isCostly}
    const reason = error instanceof Error ? error.message : String(error)
    throw new LakeError('malformedRequest', `The query cannot be listened to: ${reason}.`)
  }
  return {matches, isCostly}
}

function filtersIn(query: string, params: JsonObject): readonly ExprNode[] {
  if (typeof query !== 'string' || query.trim() === '') {
    throw new LakeError(
      'malformedRequest',
      'The query to listen to must be a text in GROQ; it is missing or empty.',
    )
  }
  if (query.length + JSON.stringify(params).length > longestQuery) {
    throw new LakeError('tooLarge', `A query to listen to has ${longestQuery} characters at most.`)
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
  return filters
}

/** What takes no longer than the filter is long. */
function isQuick(node: ExprNode): boolean {
  if (node.type === 'OpCall') return node.op !== 'match'
  if (node.type === 'FuncCall') return quickFunctions.has(`${node.namespace}::${node.name}`)
  return !loops.has(node.type)
}

const loops: ReadonlySet<string> = new Set([
  'ArrayCoerce',
  'ArrayTraverse',
  'Everything',
  'Filter',
  'FlatMap',
  'Map',
  'PipeFuncCall',
  'Projection',
  'Select',
])
const quickFunctions: ReadonlySet<string> = new Set([
  'global::coalesce',
  'global::defined',
  'global::identity',
  'global::now',
  'global::path',
  'sanity::partOfRelease',
  'sanity::versionOf',
])

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
