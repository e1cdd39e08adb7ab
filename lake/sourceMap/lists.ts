import {type ExprNode} from 'groq-js'
import {sliced} from '../groq/lists.ts'
import {scoring} from '../groq/score.ts'
import {fromGroqJs} from '../groq/times.ts'
import {inOrder} from '../groq/values.ts'
import {fieldsOf, isObject, itemsOf, recordOf, type Traced, unknown} from './origin.ts'
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
    case 'Slice':
      return sliced(items, node)
    case 'Filter':
      return items.filter((item) => worked(node.expr, inside(scope, item), tracing) === true)
    case 'Map':
      return items.map((item) => tracing.trace(node.expr, inside(scope, item, true)))
    case 'FlatMap':
      return items.flatMap((item) => {
        const found = tracing.trace(node.expr, inside(scope, item, true))
        return itemsOf(found) ?? [found]
      })
    case 'PipeFuncCall':
      return (node.name === 'score' ? scored : sorted)(items, node.args, scope, tracing)
  }
}

function sorted(
  items: readonly Traced[],
  args: readonly ExprNode[],
  scope: Scope,
  tracing: Tracing,
): readonly Traced[] {
  const keys = args.map((key) => (key.type === 'Desc' || key.type === 'Asc' ? key.base : key))
  const signs = args.map(({type}) => (type === 'Desc' ? -1 : 1))
  return inOrder(items, signs, (item) => {
    const inner = inside(scope, item)
    return keys.map((key) => fromGroqJs(worked(key, inner, tracing)))
  })
}

/** The items as `score()` leaves them, which makes new objects of them. */
function scored(
  items: readonly Traced[],
  args: readonly ExprNode[],
  scope: Scope,
  {parts}: Tracing,
): readonly Traced[] {
  const score = scoring(args, parts.evaluate)
  if (score === null) throw new Error('A score cannot be worked out.')
  return items
    .filter(({value}) => isObject(value))
    .map((item) => ({item, score: score(inside(scope, item).plain)}))
    .sort((a, b) => b.score - a.score)
    .map(({item, score}) =>
      recordOf(new Map(fieldsOf(item)).set('_score', {value: score, origin: unknown})),
    )
}
