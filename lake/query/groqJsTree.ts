import {type ExprNode} from 'groq-js'
import {type JsonObject} from '../document.ts'
import {nodesOf} from '../groq/tree.ts'
import {joinedByReference} from './joins.ts'
import {type Candidates, planned} from './plan.ts'
import {queryTree} from './tree.ts'

/** A query ready for groq-js. Its only parameters are lists of documents. */
export interface GroqJsTree {
  readonly tree: ExprNode
  readonly candidates: readonly Candidates[]
  readonly readsText: boolean
  /** Some functions of groq-js only exist asynchronously. */
  readonly isAsync: boolean
  /** Some part of it goes through all documents. */
  readonly scansEverything: boolean
}

export function groqJsTree(query: string, params: JsonObject): GroqJsTree {
  const {tree, readsText} = queryTree(query, params)
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
