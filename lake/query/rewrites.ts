import {type ExprNode, type MapNode} from 'groq-js'
import {mapTree} from '../groq/tree.ts'

/** Says what groq-js parses but reads otherwise than GROQ means it in nodes that it reads as meant. */
export function rewritten(tree: ExprNode): ExprNode {
  const made = new WeakSet<ExprNode>()
  const over = (base: ExprNode, expr: ExprNode): MapNode => {
    const map: MapNode = {type: 'Map', base, expr}
    made.add(map)
    return map
  }
  return mapTree(tree, (node) => {
    if (isCall(node, 'releases', ['all'])) {
      const all = allReleases()
      made.add(all)
      return all
    }
    if (node.type === 'OpCall' && node.op === 'in') {
      const [left] = isCall(node.left, 'global', ['path']) ? node.left.args : []
      return left !== undefined && isCall(node.right, 'global', ['path']) ? {...node, left} : node
    }
    if (node.type !== 'Projection' && node.type !== 'AccessAttribute') return node
    const {base} = node
    if (base === undefined) return node
    // `.a.b` of such a list goes through its items once.
    if (base.type === 'Map' && made.has(base)) return over(base.base, {...node, base: base.expr})
    if (made.has(base) || isCall(base, 'array', ['compact', 'unique']))
      return over(base, {...node, base: {type: 'This'}})
    return node
  })
}

/** As a filter, which indexes serve. */
function allReleases(): ExprNode {
  const left: ExprNode = {type: 'AccessAttribute', name: '_type'}
  const right: ExprNode = {type: 'Value', value: 'system.release'}
  return {type: 'Filter', base: {type: 'Everything'}, expr: {type: 'OpCall', op: '==', left, right}}
}

function isCall(
  node: ExprNode,
  namespace: string,
  names: readonly string[],
): node is Extract<ExprNode, {type: 'FuncCall'}> {
  return node.type === 'FuncCall' && node.namespace === namespace && names.includes(node.name)
}
