import {type ExprNode} from 'groq-js'
import {mapTree} from '../groq/tree.ts'
import {patternTerms} from '../index/words.ts'

type Node<Type> = Extract<ExprNode, {type: Type}>

/**
 * Has `score(...)[_score > 0]` score only what some of it is true of, which indexes may find: everything else has a
 * score of nothing.
 */
export function scoredOnly(tree: ExprNode): ExprNode {
  return mapTree(tree, (node) => {
    if (node.type !== 'Filter' || !isSomeScore(node.expr)) return node
    const {base: scores} = node
    if (scores.type !== 'PipeFuncCall' || scores.name !== 'score') return node
    const conditions = scores.args.map(conditionOf)
    if (!conditions.every((condition) => condition !== null)) return node
    // What was scored before, or says that it was, goes on from there.
    const expr = conditions.reduce((left, right) => ({type: 'Or', left, right}), node.expr)
    return {...node, base: {...scores, base: {type: 'Filter', base: scores.base, expr}}}
  })
}

function isSomeScore(node: ExprNode): boolean {
  if (node.type !== 'OpCall' || node.op !== '>') return false
  const {left, right} = node
  if (left.type !== 'AccessAttribute' || left.name !== '_score') return false
  const isOwn = left.base === undefined || left.base.type === 'This'
  return isOwn && right.type === 'Value' && right.value === 0
}

/** What must be true where this scores anything; null when it cannot be told. */
function conditionOf(node: ExprNode): ExprNode | null {
  switch (node.type) {
    case 'FuncCall': {
      const [inner] = node.args
      if (node.name !== 'boost') return node
      return inner === undefined ? null : conditionOf(inner)
    }
    case 'And':
    case 'Or': {
      const [left, right] = [conditionOf(node.left), conditionOf(node.right)]
      return left === null || right === null ? null : {...node, left, right}
    }
    case 'OpCall':
      return node.op === 'match' ? someTerm(node) : node
    default:
      return node
  }
}

/** A filter wants all the words of a pattern; a score counts any. */
function someTerm(node: Node<'OpCall'>): ExprNode | null {
  const {right} = node
  if (right.type !== 'Value' || typeof right.value !== 'string') return null
  const terms = patternTerms(right.value)
  if (!terms.every((term) => patternTerms(term).join() === term)) return null
  const [first, ...others] = terms.map((value): ExprNode => {
    return {...node, right: {type: 'Value', value}}
  })
  if (first === undefined) return {type: 'Value', value: false}
  return others.reduce((left, other) => ({type: 'Or', left, right: other}), first)
}
