import {type ExprNode} from 'groq-js'
import {compiled} from '../groq/compile.ts'
import {pipelineOf} from '../groq/lists.ts'
import {type Evaluate} from '../groq/scope.ts'
import {onceEach} from '../onceEach.ts'
import {type Parts} from './scope.ts'

/** By the lake's own functions, of a query all of which they can say: indexes find what its lists are about. */
export const ownParts: Parts = {
  evaluate: onceEach((node: ExprNode): Evaluate => {
    const evaluate = compiled(node)
    if (evaluate === null) throw new Error(`No function says a ${node.type} by itself.`)
    return evaluate
  }),
  findsDocuments: (node) => pipelineOf(node) !== null,
}
