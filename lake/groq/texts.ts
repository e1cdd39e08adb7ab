import {type ExprNode} from 'groq-js'
import {type Compile} from './compile.ts'
import {type Scope} from './scope.ts'
import {textField, textsIn} from './textQuery.ts'

/**
 * The texts of `[@, _id] match ...` one by one: those of the whole document last, and only as far as they are wanted.
 * Undefined for what does not look into whole documents, null for what only groq-js can evaluate.
 */
export function textsOfWhole(
  left: ExprNode,
  compile: Compile,
): ((scope: Scope) => Iterable<unknown>) | null | undefined {
  const elements = left.type === 'Array' ? left.elements : []
  if (!elements.some(({value}) => isWhole(value)) || elements.some(({isSplat}) => isSplat))
    return undefined
  const others = elements.filter(({value}) => !isWhole(value))
  const own = compile({type: 'Array', elements: others})
  if (own === null) return null
  return (scope) => inTurn(own(scope) as readonly unknown[], textsIn(scope.value) ?? [])
}

function isWhole(node: ExprNode): boolean {
  return node.type === 'AccessAttribute' && node.name === textField && node.base?.type === 'This'
}

function* inTurn(...lists: readonly Iterable<unknown>[]): Generator<unknown> {
  for (const list of lists) yield* list
}
