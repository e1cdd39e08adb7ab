import {type ExprNode} from 'groq-js'
import {reachOf} from '../groq/reach.ts'
import {pathOf} from './paths.ts'

/**
 * Says joins by id, such as `*[_id == ^.of]`, as references, which are looked up one by one: groq-js would put the filter
 * to every document there is.
 */
export function joinedByReference(tree: ExprNode): ExprNode {
  return visited(tree, false) as ExprNode
}

/** `isHidden`: what stands here is in the scope of `[]`, which a `^` does not count. */
function visited(part: unknown, isHidden: boolean): unknown {
  if (Array.isArray(part)) return part.map((item) => visited(item, isHidden) as unknown)
  if (typeof part !== 'object' || part === null) return part
  const node = part as ExprNode
  if (node.type === 'Value') return node
  const made = Object.fromEntries(
    Object.entries(node).map(([name, inner]) => [
      name,
      visited(inner, scopeOf(node, name, isHidden)),
    ]),
  ) as unknown as ExprNode
  if (made.type !== 'Filter' || made.base.type !== 'Everything') return made
  const id = joinedId(made.expr)
  return id === null ? made : {...made, base: found(outside(id, isHidden))}
}

function scopeOf({type}: ExprNode, part: string, isHidden: boolean): boolean {
  if (type === 'Map' || type === 'FlatMap') return part === 'expr' ? true : isHidden
  if (type === 'Filter' || type === 'Projection') return part === 'expr' ? false : isHidden
  return type === 'PipeFuncCall' && part === 'args' ? false : isHidden
}

/** What `_id` must be, where that depends on what is around the filter. */
function joinedId(condition: ExprNode): ExprNode | null {
  if (condition.type === 'And') return joinedId(condition.left) ?? joinedId(condition.right)
  if (condition.type !== 'OpCall' || condition.op !== '==') return null
  const {left, right} = condition
  const value = pathOf(left) === '_id' ? right : pathOf(right) === '_id' ? left : null
  if (value === null || !isPlain(value)) return null
  const {row, outer} = reachOf(value)
  return outer && !row ? value : null
}

/** Without scopes of its own. */
function isPlain(node: ExprNode): boolean {
  switch (node.type) {
    case 'Parent':
    case 'Value':
      return true
    case 'AccessAttribute':
      return node.base !== undefined && isPlain(node.base)
    case 'OpCall':
      return node.op === '+' && isPlain(node.left) && isPlain(node.right)
    default:
      return false
  }
}

/** The same from where the filter stands, one scope further out. */
function outside(node: ExprNode, isHidden: boolean): ExprNode {
  switch (node.type) {
    case 'Parent':
      if (isHidden) return node
      return node.n === 1 ? {type: 'This'} : {...node, n: node.n - 1}
    case 'AccessAttribute':
      return node.base === undefined ? node : {...node, base: outside(node.base, isHidden)}
    case 'OpCall':
      return {...node, left: outside(node.left, isHidden), right: outside(node.right, isHidden)}
    default:
      return node
  }
}

/** `array::compact([{"_ref": id}->])` */
function found(id: ExprNode): ExprNode {
  const reference: ExprNode = {
    type: 'Object',
    attributes: [{type: 'ObjectAttributeValue', name: '_ref', value: id}],
  }
  const value: ExprNode = {type: 'Deref', base: reference}
  const list: ExprNode = {type: 'Array', elements: [{type: 'ArrayElement', value, isSplat: false}]}
  return {type: 'FuncCall', namespace: 'array', name: 'compact', args: [list]}
}
