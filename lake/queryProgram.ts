import {type JsonObject} from './document.ts'
import {compiled} from './groqCompile.ts'
import {type Evaluate} from './groqScope.ts'
import {nodesOf} from './groqTree.ts'
import {freeParameters} from './queryParameters.ts'
import {completeQuery} from './queryParser.ts'
import {rewritten} from './queryRewrites.ts'
import {searchable} from './textQuery.ts'

/** A query as functions. Parameters that are only compared with are given when it runs. */
export interface QueryProgram {
  readonly evaluate: Evaluate
  readonly readsText: boolean
  /** It may have another answer later although nothing was written. */
  readonly readsClock: boolean
}

const remembered = 500
const longestRemembered = 20_000
const programs = new Map<string, QueryProgram | null>()
const freeIn = new Map<string, ReadonlySet<string>>()

/**
 * Null for what only groq-js can evaluate.
 * @throws LakeError queryParseError
 */
export function queryProgram(query: string, params: JsonObject): QueryProgram | null {
  const free = freeIn.get(query) ?? freeParameters(query)
  const fixed = Object.fromEntries(Object.entries(params).filter(([name]) => !free.has(name)))
  const missing = [...free].filter((name) => !Object.hasOwn(params, name))
  const key = `${query}\n${JSON.stringify(fixed)}\n${missing.join(' ')}`
  const known = programs.get(key)
  if (known !== undefined) {
    programs.delete(key)
    programs.set(key, known)
    return known
  }
  const given = new Set([...free].filter((name) => Object.hasOwn(params, name)))
  const made = programOf(query, fixed, given)
  if (key.length > longestRemembered) return made
  for (const memory of [programs, freeIn]) {
    const oldest = memory.keys().next()
    if (memory.size >= remembered && !oldest.done) memory.delete(oldest.value)
  }
  programs.set(key, made)
  freeIn.set(query, free)
  return made
}

function programOf(
  query: string,
  fixed: JsonObject,
  given: ReadonlySet<string>,
): QueryProgram | null {
  const {tree, readsText} = searchable(rewritten(completeQuery(query, fixed, given)))
  const evaluate = compiled(tree)
  if (evaluate === null) return null
  const readsClock = [...nodesOf(tree)].some(
    (node) => node.type === 'FuncCall' && node.name === 'now',
  )
  return {evaluate, readsText, readsClock}
}
