import {type ExprNode} from 'groq-js'
import {onceEach} from '../onceEach.ts'

/** Whether a part of a query looks at the value that it is put to, and at what is around that. */
export interface Reach {
  readonly row: boolean
  readonly outer: boolean
}

const ofThis: ReadonlySet<string> = new Set(['references', 'versionOf', 'partOfRelease'])

export const reachOf = onceEach(reached)

function reached(root: ExprNode): Reach {
  const reach = {row: false, outer: false}
  /** `depth` counts the scopes that a `^` finds within the part; those of `[]` are hidden from it. */
  const visit = (part: unknown, depth: number, isHidden: boolean): void => {
    if (Array.isArray(part)) {
      for (const item of part) visit(item, depth, isHidden)
      return
    }
    if (typeof part !== 'object' || part === null) return
    const node = part as ExprNode
    const looksAtRow = depth === 0 && !isHidden
    switch (node.type) {
      case 'Value':
        return
      case 'This':
        if (looksAtRow) reach.row = true
        return
      case 'Parent': {
        const at = depth - node.n + Number(isHidden)
        if (at === 0) reach.row = true
        if (at < 0) reach.outer = true
        return
      }
      case 'AccessAttribute':
        if (node.base !== undefined) visit(node.base, depth, isHidden)
        else if (looksAtRow) reach.row = true
        return
      case 'Filter':
      case 'Projection':
        visit(node.base, depth, isHidden)
        visit(node.expr, depth + 1, false)
        return
      case 'Map':
      case 'FlatMap':
        visit(node.base, depth, isHidden)
        visit(node.expr, depth, true)
        return
      case 'PipeFuncCall':
        visit(node.base, depth, isHidden)
        visit(node.args, depth + 1, false)
        return
      case 'FuncCall':
        if (looksAtRow && ofThis.has(node.name)) reach.row = true
        visit(node.args, depth, isHidden)
        return
      default:
        visit(Object.values(node), depth, isHidden)
    }
  }
  visit(root, 0, false)
  return reach
}
