import {type ExprNode} from 'groq-js'
import {ancestor, type Scope as PlainScope} from '../groq/scope.ts'
import {moved} from './lists.ts'
import {
  documentsIn,
  fieldOf,
  isObject,
  itemsOf,
  listOf,
  literal,
  nothing,
  storedDocument,
  type Traced,
} from './origin.ts'
import {called, made, objectOf, operated} from './parts.ts'
import {inside, type Parts, type Scope, type Tracing, worked} from './scope.ts'

/**
 * Evaluates a query a second time to learn where each part of the result came from. What moves values about is followed
 * here; what works out new ones, and what finds documents, is left to `parts`.
 */
export function traced(tree: ExprNode, plain: PlainScope, parts: Parts): Traced {
  const tracing: Tracing = {parts, trace: (node, scope) => trace(node, scope, tracing)}
  return tracing.trace(tree, {here: nothing, parent: null, plain})
}

function trace(node: ExprNode, scope: Scope, tracing: Tracing): Traced {
  if (tracing.parts.findsDocuments(node)) return documentsIn(worked(node, scope, tracing))
  const follow = (part: ExprNode) => tracing.trace(part, scope)
  switch (node.type) {
    case 'This':
      return scope.here
    case 'Parent':
      return ancestor(scope, node.n)?.here ?? nothing
    case 'Value':
    case 'Parameter':
      return {value: worked(node, scope, tracing), origin: literal}
    case 'Group':
      return follow(node.base)
    case 'AccessAttribute':
      return fieldOf(node.base ? follow(node.base) : scope.here, node.name)
    case 'AccessElement':
      return itemsOf(follow(node.base))?.at(node.index) ?? nothing
    case 'ArrayCoerce': {
      const base = follow(node.base)
      return Array.isArray(base.value) ? base : nothing
    }
    case 'Slice':
    case 'Filter':
    case 'Map':
    case 'FlatMap':
    case 'PipeFuncCall': {
      const items = itemsOf(follow(node.base))
      return items === null ? nothing : listOf(moved(node, items, scope, tracing))
    }
    case 'Projection': {
      const base = follow(node.base)
      return isObject(base.value) ? tracing.trace(node.expr, inside(scope, base)) : nothing
    }
    case 'Deref': {
      const reference = fieldOf(follow(node.base), '_ref').value
      const found = typeof reference === 'string' ? scope.plain.run.dereference(reference) : null
      return found === null ? nothing : storedDocument(found)
    }
    case 'Object':
      return objectOf(node, scope, tracing)
    case 'Array':
      return listOf(
        node.elements.flatMap(({value, isSplat}) =>
          isSplat ? (itemsOf(follow(value)) ?? []) : [follow(value)],
        ),
      )
    case 'Select': {
      const chosen = node.alternatives.find(({condition}) => follow(condition).value === true)
      const value = chosen?.value ?? node.fallback
      return value === undefined ? nothing : follow(value)
    }
    case 'OpCall':
      return operated(node, scope, tracing)
    case 'FuncCall':
      return called(node, scope, tracing)
    default:
      return made(node, scope, tracing)
  }
}
