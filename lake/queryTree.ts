import {type ExprNode, GroqSyntaxError, parse} from 'groq-js'
import {type Json, type JsonObject} from './document.ts'
import {LakeError} from './errors.ts'
import {mapTree, nodesOf} from './groqTree.ts'
import {type Candidates, planned} from './queryPlan.ts'
import {searchable} from './textQuery.ts'

/** A query ready to be evaluated, with its parameters already in it. */
export interface QueryTree {
  readonly tree: ExprNode
  readonly candidates: readonly Candidates[]
  readonly readsText: boolean
  /** Some functions of groq-js only exist asynchronously. */
  readonly isAsync: boolean
  /** Some part of it goes through all documents. */
  readonly scansEverything: boolean
  readonly readsReleases: boolean
}

const remembered = 500
const longestRemembered = 20_000
const trees = new Map<string, QueryTree>()

/** Parses a query. Trees are remembered by query and parameters: groq-js inlines parameters, which slices need. */
export function queryTree(query: string, params: JsonObject): QueryTree {
  const key = `${query}\n${JSON.stringify(params)}`
  const known = trees.get(key)
  const result = known ?? compiled(query, params)
  if (key.length > longestRemembered) return result
  trees.delete(key)
  trees.set(key, result)
  const oldest = trees.keys().next()
  if (trees.size > remembered && !oldest.done) trees.delete(oldest.value)
  return result
}

function compiled(query: string, params: JsonObject): QueryTree {
  const parsed = parsedQuery(query, params)
  for (const node of nodesOf(parsed)) {
    if (node.type === 'Parameter') {
      throw new LakeError(
        'malformedRequest',
        `The query uses $${node.name}, but no such parameter was given.`,
        {
          parameter: node.name,
        },
      )
    }
  }
  const {tree, readsText} = searchable(mapTree(parsed, projectReleases))
  const plan = planned(tree)
  const nodes = [...nodesOf(plan.tree)]
  const calls = new Set(nodes.flatMap((node) => (node.type === 'FuncCall' ? node.namespace : [])))
  return {
    ...plan,
    readsText,
    isAsync: calls.has('diff') || calls.has('delta'),
    scansEverything: nodes.some(({type}) => type === 'Everything'),
    readsReleases: calls.has('releases'),
  }
}

/** Parses, or says where and why not in the form that clients draw a frame from. */
export function parsedQuery(
  query: string,
  params: {readonly [name: string]: Json | undefined},
): ExprNode {
  try {
    return parse(query, {params})
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const start = error instanceof GroqSyntaxError ? error.position : 0
    const end = error instanceof GroqSyntaxError ? Math.min(start + 1, query.length) : query.length
    const description =
      error instanceof RangeError
        ? 'The query is nested too deeply.'
        : error.message.replace(/^Syntax error in GROQ query at position \d+(: )?/, '') ||
          'Syntax error'
    throw new LakeError('queryParseError', description, {query, start, end, description})
  }
}

/** groq-js projects `releases::all()` as if it were one document. */
function projectReleases(node: ExprNode): ExprNode {
  if (node.type !== 'Projection' || node.base.type !== 'FuncCall') return node
  if (node.base.namespace !== 'releases' || node.base.name !== 'all') return node
  return {type: 'Map', base: node.base, expr: {...node, base: {type: 'This'}}}
}
