import {type ExprNode} from 'groq-js'
import {type Compile} from './compile.ts'
import {type Scope} from './scope.ts'
import {textField, textsIn} from './textQuery.ts'

/**
 * The texts that a `match` looks into, one by one: in `[@, _id]` those of the whole document last, and only as far as they
 * are wanted. Null for what only groq-js can evaluate.
 */
export function textsOf(
  left: ExprNode,
  compile: Compile,
): ((scope: Scope) => Iterable<unknown>) | null {
  const elements = left.type === 'Array' ? left.elements : []
  if (!elements.some(({value}) => isWhole(value)) || elements.some(({isSplat}) => isSplat)) {
    const given = compile(left)
    return given && ((scope) => listOf(given(scope)))
  }
  const others = elements.filter(({value}) => !isWhole(value))
  const own = compile({type: 'Array', elements: others})
  return own && ((scope) => inTurn(listOf(own(scope)), textsIn(scope.value) ?? []))
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

function isWhole(node: ExprNode): boolean {
  return node.type === 'AccessAttribute' && node.name === textField && node.base?.type === 'This'
}

function* inTurn(...lists: readonly Iterable<unknown>[]): Generator<unknown> {
  for (const list of lists) yield* list
}
