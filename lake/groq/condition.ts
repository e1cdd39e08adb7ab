import {type ExprNode} from 'groq-js'
import {type LakeDocument} from '../document.ts'
import {compiled} from './compile.ts'
import {Scope} from './scope.ts'
import {nodesOf} from './tree.ts'

/** Whether something is so of one document, for whoever has this identity. */
export type Condition = (document: LakeDocument, identity: string) => boolean

/**
 * A condition of a filter as a function, which says exactly what groq-js says. Null where it takes more than the
 * document, and for what only groq-js can evaluate.
 */
export function conditionOf(node: ExprNode): Condition | null {
  if ([...nodesOf(node)].some(isAboutMore)) return null
  const evaluate = compiled(node)
  if (evaluate === null) return null
  return (document, identity) =>
    evaluate(new Scope(document, null, {...alone, identity, memo: new Map()})) === true
}

function isAboutMore(node: ExprNode): boolean {
  if (node.type === 'FuncCall') return surroundings.has(node.name)
  return node.type === 'Everything' || node.type === 'Deref' || node.type === 'Parameter'
}

const surroundings: ReadonlySet<string> = new Set(['now', 'projectId', 'dataset'])

const elsewhere = (): never => {
  throw new Error('a condition looks at one document')
}

const alone = {
  params: {},
  now: '',
  source: undefined,
  everything: elsewhere,
  select: elsewhere,
  count: elsewhere,
  dereference: elsewhere,
}
