import {type ExprNode} from 'groq-js'
import {reachOf} from '../groq/reach.ts'
import {mapTree, nodesOf} from '../groq/tree.ts'

/** The documents that a filter over everything can match at most, under the name that the planned tree reads them by. */
export interface Candidates {
  readonly name: string
  /** Null where it may be any. */
  readonly by: '_id' | '_type' | null
  readonly values: readonly string[]
  /** All that is asked of them. */
  readonly condition: ExprNode
  /** True where a document is all that it takes to tell whether the filter lets it through. */
  readonly standsAlone: boolean
}

/**
 * Filters over `*` that ask for ids or types scan only the documents that have them. The filter itself stays, so a
 * plan can only be wrong by leaving a document out.
 */
export function planned(tree: ExprNode): {tree: ExprNode; candidates: readonly Candidates[]} {
  const candidates: Candidates[] = []
  const plannedTree = mapTree(tree, (node) => {
    if (node.type !== 'Filter' || node.base.type !== 'Everything') return node
    const standsAlone = isAlone(node.expr)
    const found = candidatesOf(node.expr) ?? (standsAlone ? anyDocument : null)
    if (found === null) return node
    const name = `candidates ${candidates.length}`
    candidates.push({name, ...found, condition: node.expr, standsAlone})
    return {...node, base: {type: 'Parameter', name}}
  })
  return {tree: plannedTree, candidates}
}

type Lookup = Pick<Candidates, 'by' | 'values'>

const anyDocument: Lookup = {by: null, values: []}

function isAlone(condition: ExprNode): boolean {
  if (reachOf(condition).outer) return false
  return ![...nodesOf(condition)].some(({type}) => type === 'Everything' || type === 'Parameter')
}

function candidatesOf(condition: ExprNode): Lookup | null {
  switch (condition.type) {
    case 'Group':
      return candidatesOf(condition.base)
    case 'And': {
      const sides = [candidatesOf(condition.left), candidatesOf(condition.right)]
      return sides.find((side) => side?.by === '_id') ?? sides.find((side) => side !== null) ?? null
    }
    case 'Or': {
      const [left, right] = [candidatesOf(condition.left), candidatesOf(condition.right)]
      if (left === null || right === null || left.by !== right.by) return null
      return {by: left.by, values: [...left.values, ...right.values]}
    }
    case 'OpCall':
      if (condition.op === 'in') return selection(condition.left, stringsOf(condition.right))
      if (condition.op !== '==') return null
      return (
        selection(condition.left, stringOf(condition.right)) ??
        selection(condition.right, stringOf(condition.left))
      )
    default:
      return null
  }
}

function selection(field: ExprNode, values: readonly string[] | null): Lookup | null {
  if (values === null || field.type !== 'AccessAttribute') return null
  if (field.base !== undefined && field.base.type !== 'This') return null
  return field.name === '_id' || field.name === '_type' ? {by: field.name, values} : null
}

function stringOf(node: ExprNode): readonly string[] | null {
  return node.type === 'Value' && typeof node.value === 'string' ? [node.value] : null
}

/** Of a list with other things in it, only the strings can equal an id or a type. */
function stringsOf(node: ExprNode): readonly string[] | null {
  if (node.type === 'Value') {
    const values: unknown = node.value
    return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : null
  }
  if (node.type !== 'Array') return null
  const parts = node.elements.map(({value, isSplat}) =>
    isSplat ? stringsOf(value) : stringOf(value),
  )
  return parts.every((part) => part !== null) ? parts.flat() : null
}
