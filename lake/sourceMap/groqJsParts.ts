import {type EvaluateOptions, evaluateSync, type ExprNode} from 'groq-js'
import {ancestor, type Scope} from '../groq/scope.ts'
import {onceEach} from '../onceEach.ts'
import {type Parts} from './scope.ts'

/** By groq-js, which is given documents beforehand: all of them, and the lists that are the parameters of its tree. */
export function groqJsParts(options: EvaluateOptions): Parts {
  return {
    evaluate: (node) => (scope) => worked(node, scope, options),
    findsDocuments: ({type}) => type === 'Everything' || type === 'Parameter',
  }
}

/** groq-js cannot be given a `^`, so those become parameters. */
function worked(node: ExprNode, scope: Scope, options: EvaluateOptions): unknown {
  const {tree, parents} = (scope.isHidden ? boundHidden : boundVisible)(node)
  const around = parents.map((steps) => [nameOf(steps), ancestor(scope, steps)?.value ?? null])
  const params = {...options.params, ...(Object.fromEntries(around) as Record<string, unknown>)}
  return evaluateSync(tree, {...options, root: scope.value, params}).data as unknown
}

interface Bound {
  readonly tree: ExprNode
  /** How far up the values are that the tree takes as parameters. */
  readonly parents: readonly number[]
}

const boundVisible = onceEach((node: ExprNode) => bind(node, false))
const boundHidden = onceEach((node: ExprNode) => bind(node, true))

function nameOf(steps: number): string {
  return `parent ${steps}`
}

function bind(node: ExprNode, isHidden: boolean): Bound {
  const parents = new Set<number>()
  /** `own` counts the scopes that a `^` finds within the part itself. */
  const visit = (part: unknown, own: number, hidden: boolean): unknown => {
    if (Array.isArray(part)) return part.map((item: unknown) => visit(item, own, hidden))
    if (typeof part !== 'object' || part === null) return part
    const syntax = part as {readonly [name: string]: unknown}
    if (syntax['type'] === 'Value') return part
    if (syntax['type'] === 'Parent') {
      const steps = Number(syntax['n']) - own
      if (steps <= 0) return part
      parents.add(steps)
      return {type: 'Parameter', name: nameOf(steps)}
    }
    const inner = innerPart(syntax['type'])
    return Object.fromEntries(
      Object.entries(syntax).map(([name, value]) => [
        name,
        name === inner?.name
          ? visit(value, hidden ? own : own + 1, inner.isHidden)
          : visit(value, own, hidden),
      ]),
    )
  }
  const tree = visit(node, 0, isHidden) as ExprNode
  return parents.size === 0 ? {tree: node, parents: []} : {tree, parents: [...parents]}
}

/** The part of a node that has a scope of its own. */
function innerPart(type: unknown): {readonly name: string; readonly isHidden: boolean} | null {
  switch (type) {
    case 'Filter':
    case 'Projection':
      return {name: 'expr', isHidden: false}
    case 'Map':
    case 'FlatMap':
      return {name: 'expr', isHidden: true}
    case 'PipeFuncCall':
      return {name: 'args', isHidden: false}
    default:
      return null
  }
}
