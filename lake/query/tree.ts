import {type ExprNode} from 'groq-js'
import {type JsonObject} from '../document.ts'
import {nodesOf} from '../groq/tree.ts'
import {joinedByReference} from './joins.ts'
import {completeQuery} from '../groq/parser.ts'
import {type Candidates, planned} from './plan.ts'
import {rewritten} from './rewrites.ts'
import {searchable} from '../groq/textQuery.ts'

/** A query ready to be evaluated, with its parameters already in it. */
export interface QueryTree {
  readonly tree: ExprNode
  readonly candidates: readonly Candidates[]
  readonly readsText: boolean
  /** Some functions of groq-js only exist asynchronously. */
  readonly isAsync: boolean
  /** Some part of it goes through all documents. */
  readonly scansEverything: boolean
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
  const {tree, readsText} = searchable(rewritten(completeQuery(query, params)))
  // What a reference leads to has no words for a search.
  const plan = planned(readsText ? tree : joinedByReference(tree))
  const nodes = [...nodesOf(plan.tree)]
  const calls = new Set(nodes.flatMap((node) => (node.type === 'FuncCall' ? node.namespace : [])))
  return {
    ...plan,
    readsText,
    isAsync: calls.has('diff') || calls.has('delta'),
    scansEverything: nodes.some(({type}) => type === 'Everything'),
  }
}
