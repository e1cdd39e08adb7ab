import {type ExprNode} from 'groq-js'
import {scored, sorted} from './order.ts'
import {itemsOf, type Traced} from './origin.ts'
import {inside, type Scope, type Tracing, worked} from './scope.ts'

type ListNode = Extract<ExprNode, {type: 'Slice' | 'Filter' | 'Map' | 'FlatMap' | 'PipeFuncCall'}>

/** What a query makes of the items of a list: fewer, others, or in another order. */
export function moved(
  node: ListNode,
  items: readonly Traced[],
  scope: Scope,
  tracing: Tracing,
): readonly Traced[] {
  switch (node.type) {
    case 'Slice': {
      const {left, right, isInclusive} = node
      const at = (index: number) => (index < 0 ? items.length + index : index)
      return items.slice(Math.max(0, at(left)), Math.max(0, at(right) + Number(isInclusive)))
    }
    case 'Filter':
      return items.filter(
        (item) => worked(node.expr, inside(scope, item), tracing.options) === true,
      )
    case 'Map':
      return items.map((item) => tracing.trace(node.expr, inside(scope, item, true)))
    case 'FlatMap':
      return items.flatMap((item) => {
        const found = tracing.trace(node.expr, inside(scope, item, true))
        return itemsOf(found) ?? [found]
      })
    case 'PipeFuncCall': {
      const {options} = tracing
      return node.name === 'score'
        ? scored(items, node, scope, options)
        : sorted(items, node.args, (key, item) => worked(key, inside(scope, item), options))
    }
  }
}
