import {type ExprNode, type ObjectNode} from 'groq-js'
import {mapTree, nodesOf} from '../groq/tree.ts'

type Node<Type> = Extract<ExprNode, {type: Type}>

/**
 * Has lists ordered and cut before their rows are made into something else, where that comes to the same: then an index
 * may have the order, and only the rows that are left are made.
 */
export function reordered(tree: ExprNode): ExprNode {
  return mapTree(tree, (node) => {
    switch (node.type) {
      case 'PipeFuncCall':
        return node.name === 'order' ? orderedBefore(node) : node
      case 'Slice':
        if (node.base.type !== 'Map') return node
        return {...node.base, base: {...node, base: node.base.base}}
      case 'AccessElement': {
        const {base} = node
        if (base.type !== 'Map' || base.expr.type !== 'Projection') return node
        if (base.expr.base.type !== 'This') return node
        return {...base.expr, base: {...node, base: base.base}}
      }
      default:
        return node
    }
  })
}

function orderedBefore(node: Node<'PipeFuncCall'>): ExprNode {
  const {base, args} = node
  if (base.type !== 'Map' || base.expr.type !== 'Projection') return node
  const {expr: made, base: row} = base.expr
  if (row.type !== 'This' || made.type !== 'Object') return node
  const keys = args.map((key) => keyBefore(key, made))
  if (!keys.every((key) => key !== null)) return node
  return {...base, base: {...node, base: base.base, args: keys}}
}

/** What a key says of the rows before they are made; null where it cannot be said. */
function keyBefore(key: ExprNode, made: ObjectNode): ExprNode | null {
  switch (key.type) {
    case 'Asc':
    case 'Desc':
    case 'Group': {
      const base = keyBefore(key.base, made)
      return base && {...key, base}
    }
    case 'FuncCall': {
      if (key.namespace !== 'global' || key.name !== 'lower') return null
      const args = key.args.map((each) => keyBefore(each, made))
      return args.every((each) => each !== null) ? {...key, args} : null
    }
    case 'AccessElement': {
      const list = key.base.type === 'AccessAttribute' ? keyBefore(key.base, made) : null
      const element = list?.type === 'Array' ? list.elements[key.index] : undefined
      if (list?.type !== 'Array' || element === undefined) return null
      return list.elements.some(({isSplat}) => isSplat) ? null : element.value
    }
    case 'AccessAttribute':
      return key.base === undefined || key.base.type === 'This' ? fieldBefore(key, made) : null
    default:
      return null
  }
}

/** Only fields are worth working out twice: for the order, and for the rows that are left. */
function fieldBefore(key: Node<'AccessAttribute'>, {attributes}: ObjectNode): ExprNode | null {
  const at = attributes.findLastIndex(
    (attribute) => attribute.type === 'ObjectAttributeValue' && attribute.name === key.name,
  )
  const spreads = attributes.slice(at + 1).filter(({type}) => type !== 'ObjectAttributeValue')
  const attribute = attributes[at]
  if (attribute === undefined) {
    const isRow = spreads.every(({type, value}) => type === 'ObjectSplat' && value.type === 'This')
    return spreads.length === 1 && isRow ? key : null
  }
  if (spreads.length > 0) return null
  return [...nodesOf(attribute.value)].every(isPlain) ? attribute.value : null
}

function isPlain(node: ExprNode): boolean {
  const {type} = node as {type?: string}
  if (type === 'AccessAttribute') {
    const {base} = node as Node<'AccessAttribute'>
    return base === undefined || base.type === 'This' || base.type === 'AccessAttribute'
  }
  return ['Array', 'ArrayElement', 'This'].includes(type ?? '')
}
