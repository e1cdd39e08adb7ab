import {type ExprNode} from 'groq-js'
import {isIndexedPath} from '../index/leaves.ts'
import {textField} from '../groq/textQuery.ts'

/** The path of a field of the document itself that the index has; `[]` for what is in the items of a list. */
export function pathOf(node: ExprNode): string | null {
  const path = pathFrom(node, false)
  if (path === null) return null
  return isOwnField(path) || isIndexedPath(path) ? path : null
}

function pathFrom(node: ExprNode, isInItem: boolean): string | null {
  switch (node.type) {
    case 'AccessAttribute': {
      if (/[.[\]]/.test(node.name)) return null
      if (node.base === undefined || node.base.type === 'This') return node.name
      const base = pathFrom(node.base, isInItem)
      return base === null || base.endsWith('[]') ? null : `${base}.${node.name}`
    }
    case 'ArrayCoerce': {
      const base = isInItem ? null : pathFrom(node.base, false)
      return base === null ? null : `${base}[]`
    }
    case 'Map': {
      const base = pathFrom(node.base, isInItem)
      const inner = pathFrom(node.expr, true)
      return base === null || inner === null || !base.endsWith('[]') ? null : `${base}.${inner}`
    }
    default:
      return null
  }
}

export function isOwnField(path: string): boolean {
  return path === '_id' || path === '_type'
}

/** True for what holds no other words than the document does. */
export function isOwnText(node: ExprNode): boolean {
  switch (node.type) {
    case 'AccessAttribute':
      if (node.name === textField) return node.base?.type === 'This'
      if (node.base === undefined || node.base.type === 'This')
        return node.name === '_id' || !node.name.startsWith('_')
      return !node.name.startsWith('_') && isOwnText(node.base)
    case 'ArrayCoerce':
      return isOwnText(node.base)
    case 'Map':
      return isOwnText(node.base) && isTextOfItem(node.expr)
    case 'Array':
      return node.elements.every(({value, isSplat}) => !isSplat && isOwnText(value))
    case 'FuncCall': {
      const [first, second] = node.args
      const name = `${node.namespace}::${node.name}`
      if (name === 'global::coalesce') return node.args.every(isOwnText)
      if (name === 'pt::text') return first !== undefined && isOwnText(first)
      if (name !== 'array::join' || first === undefined || second?.type !== 'Value') return false
      return isOwnText(first) && typeof second.value === 'string' && /^[\s,;]+$/.test(second.value)
    }
    default:
      return false
  }
}

function isTextOfItem(node: ExprNode): boolean {
  return node.type === 'AccessAttribute' && !node.name.startsWith('_') && isOwnText(node)
}
