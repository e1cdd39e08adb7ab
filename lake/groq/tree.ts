import {type ExprNode} from 'groq-js'

interface Syntax {
  readonly type?: string
  readonly [part: string]: unknown
}

/** Rebuilds a parsed query from the leaves up, every node as `replace` returns it. Literal values are left alone. */
export function mapTree(tree: ExprNode, replace: (node: ExprNode) => ExprNode): ExprNode {
  const visit = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(visit)
    if (!isSyntax(part) || part.type === 'Value') return part
    const entries = Object.entries(part).map(([name, inner]) => [name, visit(inner)])
    return replace(Object.fromEntries(entries) as ExprNode)
  }
  return visit(tree) as ExprNode
}

/** Every node of a parsed query. */
export function* nodesOf(tree: ExprNode): Generator<ExprNode> {
  const pending: unknown[] = [tree]
  while (pending.length > 0) {
    const part = pending.pop()
    if (Array.isArray(part)) pending.push(...part)
    else if (isSyntax(part)) {
      yield part as unknown as ExprNode
      if (part.type !== 'Value') pending.push(...Object.values(part))
    }
  }
}

function isSyntax(part: unknown): part is Syntax {
  return typeof part === 'object' && part !== null
}
