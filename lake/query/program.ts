import {type ExprNode} from 'groq-js'
import {LRUCache} from 'lru-cache'
import {type JsonObject} from '../document.ts'
import {compiled} from '../groq/compile.ts'
import {type Evaluate} from '../groq/scope.ts'
import {withoutMoments} from '../groq/times.ts'
import {nodesOf} from '../groq/tree.ts'
import {parametersOf} from '../groq/parameters.ts'
import {reordered} from './reorder.ts'
import {scoredOnly} from './scored.ts'
import {queryTree} from './tree.ts'

/** A query as functions. Parameters that are only compared with are given when it runs. */
export interface QueryProgram {
  readonly tree: ExprNode
  readonly evaluate: Evaluate
  readonly readsText: boolean
  /** It may have another answer later although nothing was written. */
  readonly readsClock: boolean
}

const remembered = 500
const longestRemembered = 20_000
const programs = new LRUCache<string, {readonly program: QueryProgram | null}>({max: remembered})
/** Texts of queries, each with a number that is shorter. */
const texts = new LRUCache<string, QueryText>({max: remembered})
let numbers = 0

interface QueryText {
  readonly number: number
  readonly parameters: ReturnType<typeof parametersOf>
}

/**
 * Null for what only groq-js can evaluate.
 * @throws LakeError queryParseError
 */
export function queryProgram(query: string, params: JsonObject): QueryProgram | null {
  const text = texts.get(query) ?? {number: (numbers += 1), parameters: parametersOf(query)}
  const given = [...text.parameters].filter(([name]) => Object.hasOwn(params, name))
  const fixed = Object.fromEntries(
    given.flatMap(([name, kind]) => (kind === 'fixed' ? [[name, params[name]]] : [])),
  ) as JsonObject
  const free = new Set(given.flatMap(([name, kind]) => (kind === 'free' ? [name] : [])))
  const key = `${text.number} ${JSON.stringify(fixed)} ${[...free].join(' ')}`
  const known = programs.get(key)
  if (known !== undefined) return known.program
  const program = programOf(query, fixed, free)
  if (query.length + key.length > longestRemembered) return program
  programs.set(key, {program})
  texts.set(query, text)
  return program
}

function programOf(
  query: string,
  fixed: JsonObject,
  free: ReadonlySet<string>,
): QueryProgram | null {
  const meant = queryTree(query, fixed, free)
  const tree = scoredOnly(reordered(meant.tree))
  const evaluate = compiled(tree)
  if (evaluate === null) return null
  const calls = [...nodesOf(tree)].flatMap((node) => (node.type === 'FuncCall' ? [node] : []))
  const hasMoments = calls.some(({namespace, name}) => [namespace, name].includes('dateTime'))
  return {
    tree,
    evaluate: hasMoments ? (scope) => withoutMoments(evaluate(scope)) : evaluate,
    readsText: meant.readsText,
    readsClock: calls.some(({name}) => name === 'now'),
  }
}
