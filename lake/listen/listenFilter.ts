import {evaluateSync, type ExprNode} from 'groq-js'
import {withinBudget} from '../budget.ts'
import {type JsonObject, type LakeDocument} from '../document.ts'
import {LakeError} from '../errors.ts'
import {conditionOf} from '../groq/condition.ts'
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
  /** It is about documents with these ids and no others; null when it may be about any. */
  readonly ids: ReadonlySet<string> | null
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
  const ids = filters.map(idsOf).find((each) => each !== null) ?? null
  const isCostly = filters.some((filter) => [...nodesOf(filter)].some((node) => !isQuick(node)))
  const evaluated = (document: LakeDocument) => {
    const dataset = [readsText ? withText(document) : document]
    const result = evaluateSync(tree, {dataset, params, identity}).data as unknown
    return Array.isArray(result) && result.length > 0
  }
  try {
    const trial = () => evaluated(anyDocument)
    if (isCostly) withinBudget(trialMs, trial)
    else trial()
  } catch (error) {
    // Slow already: it is judged by the thread that can be ended.
    if (error instanceof LakeError) return {matches: evaluated, ids, isCostly}
    const reason = error instanceof Error ? error.message : String(error)
    throw new LakeError('malformedRequest', `The query cannot be listened to: ${reason}.`)
  }
  const conditions = readsText ? [null] : filters.map(conditionOf)
  const matches = conditions.every((condition) => condition !== null)
    ? (document: LakeDocument) => conditions.every((condition) => condition(document, identity))
    : evaluated
  return {matches, ids, isCostly}
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

/** The ids that a condition names. */
function idsOf(node: ExprNode): ReadonlySet<string> | null {
  switch (node.type) {
    case 'Group':
      return idsOf(node.base)
    case 'And':
      return idsOf(node.left) ?? idsOf(node.right)
    case 'Or': {
      const [left, right] = [idsOf(node.left), idsOf(node.right)]
      return left && right && new Set([...left, ...right])
    }
    case 'OpCall': {
      if (node.left.type !== 'AccessAttribute' || node.left.name !== '_id') return null
      if (node.left.base !== undefined || (node.op !== '==' && node.op !== 'in')) return null
      const values = valuesOf(node.right)
      const isText = (value: unknown) => typeof value === 'string'
      return values?.every(isText) === true ? new Set(values) : null
    }
    default:
      return null
  }
}

function valuesOf(node: ExprNode): readonly unknown[] | null {
  if (node.type === 'Value') return [node.value as unknown].flat()
  if (node.type !== 'Array') return null
  const values = node.elements.map(({value, isSplat}) => (isSplat ? null : valuesOf(value)))
  return values.every((each) => each !== null) ? values.flat() : null
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
