import {type ExprNode} from 'groq-js'
import {compiled} from '../groq/compile.ts'
import {pipelineOf} from '../groq/lists.ts'
import {type Evaluate} from '../groq/scope.ts'
import {type Parts} from './scope.ts'

const known = new WeakMap<ExprNode, Evaluate>()

/** By the lake's own functions, of a query all of which they can say: indexes find what its lists are about. */
export const ownParts: Parts = {
  evaluate(node) {
    const evaluate = known.get(node) ?? compiled(node)
    if (evaluate === null) throw new Error(`No function says a ${node.type} by itself.`)
    known.set(node, evaluate)
    return evaluate
  },
  findsDocuments: (node) => pipelineOf(node) !== null,
}
