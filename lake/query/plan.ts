import {type ExprNode} from 'groq-js'
import {reachOf} from '../groq/reach.ts'
import {mapTree, nodesOf} from '../groq/tree.ts'

/** A filter over everything, under the name by which the planned tree reads what it can match at most. */
export interface Candidates {
  readonly name: string
  readonly condition: ExprNode
}

/**
 * Has filters over `*` go through lists that somebody finds beforehand. The filter itself stays, so a plan can only be
 * wrong by leaving a document out.
 */
export function planned(tree: ExprNode): {tree: ExprNode; candidates: readonly Candidates[]} {
  const candidates: Candidates[] = []
  const plannedTree = mapTree(tree, (node) => {
    if (node.type !== 'Filter' || node.base.type !== 'Everything') return node
    const name = `candidates ${candidates.length}`
    candidates.push({name, condition: node.expr})
    return {...node, base: {type: 'Parameter', name}}
  })
  return {tree: plannedTree, candidates}
}

/** True of what a document is all that it takes to work out. */
export function standsAlone(part: ExprNode): boolean {
  if (reachOf(part).outer) return false
  return ![...nodesOf(part)].some(({type}) => type === 'Everything' || type === 'Parameter')
}
