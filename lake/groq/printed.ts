import {type ExprNode} from 'groq-js'
import {textField} from './textQuery.ts'

/** A condition as GROQ, for people to read: what is rare is `…`. */
export function printed(node: ExprNode): string {
  switch (node.type) {
    case 'Value':
      return JSON.stringify(node.value) ?? 'null'
    case 'Parameter':
      return `$${node.name}`
    case 'This':
      return '@'
    case 'Parent':
      return Array.from({length: node.n}, () => '^').join('.')
    case 'Everything':
      return '*'
    case 'AccessAttribute': {
      const base = node.base === undefined ? '' : printed(node.base)
      if (node.name === textField) return base
      return /^$|->$/.test(base) ? `${base}${node.name}` : `${base}.${node.name}`
    }
    case 'AccessElement':
      return `${printed(node.base)}[${node.index}]`
    case 'ArrayCoerce':
      return `${printed(node.base)}[]`
    case 'Map':
      return printedMap(node)
    case 'Filter':
      return `${printed(node.base)}[${printed(node.expr)}]`
    case 'Deref':
      return `${printed(node.base)}->`
    case 'Group':
      return `(${printed(node.base)})`
    case 'And':
    case 'Or': {
      const sign = node.type === 'And' ? '&&' : '||'
      return `${side(node.left, node.type)} ${sign} ${side(node.right, node.type)}`
    }
    case 'Not':
      return `!${side(node.base, 'Not')}`
    case 'Neg':
      return `-${side(node.base, 'Neg')}`
    case 'OpCall':
      return `${side(node.left, 'OpCall')} ${node.op} ${side(node.right, 'OpCall')}`
    case 'InRange':
      return `${printed(node.base)} in ${printed(node.left)}${node.isInclusive ? '..' : '...'}${printed(node.right)}`
    case 'FuncCall': {
      const name = node.namespace === 'global' ? node.name : `${node.namespace}::${node.name}`
      return `${name}(${node.args.map(printed).join(', ')})`
    }
    case 'Array':
      return `[${node.elements.map(({value, isSplat}) => `${isSplat ? '...' : ''}${printed(value)}`).join(', ')}]`
    default:
      return '…'
  }
}

/** What is done with each item stands behind the list. */
function printedMap({base, expr}: Extract<ExprNode, {type: 'Map'}>): string {
  const inner = printed(expr).replace(/^@/, '')
  return `${printed(base)}${/^(->|\[|\.|$)/.test(inner) ? '' : '.'}${inner}`
}

const joining = ['And', 'Or', 'OpCall', 'InRange']

/** In parentheses where it would be read otherwise without. */
function side(node: ExprNode, within: ExprNode['type']): string {
  const isJoined = joining.includes(node.type)
  const isRead =
    !isJoined || node.type === within || (node.type !== 'Or' && ['And', 'Or'].includes(within))
  return isRead ? printed(node) : `(${printed(node)})`
}

/** The parts of filters of which all must be true. */
export function conjuncts(filters: readonly ExprNode[]): readonly ExprNode[] {
  return filters.flatMap((filter) =>
    filter.type === 'And' ? conjuncts([filter.left, filter.right]) : [filter],
  )
}
