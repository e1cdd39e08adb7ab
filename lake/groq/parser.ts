import {type ExprNode, GroqSyntaxError, parse} from 'groq-js'
import {type Json} from '../document.ts'
import {LakeError} from '../errors.ts'
import {nodesOf} from './tree.ts'
import {callOf, missingParameter, type Place, placesOf} from './words.ts'

type Params = {readonly [name: string]: Json | undefined}

/** Parses, or says where and why not in the form that clients draw a frame from. */
export function parsedQuery(
  query: string,
  params: Params,
  later: ReadonlySet<string> = new Set(),
): ExprNode {
  try {
    // groq-js takes a remark for one only when a new line ends it.
    return parse(/\/\/.*$/.test(query) ? `${query}\n` : query, {params})
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (error instanceof RangeError) throw wrong(query, 'The query is nested too deeply.')
    if (error instanceof GroqSyntaxError) {
      const description =
        error.message.replace(/^Syntax error in GROQ query at position \d+(: )?/, '') ||
        'Syntax error'
      throw wrong(query, description, {
        start: error.position,
        end: Math.min(error.position + 1, query.length),
      })
    }
    // groq-js wants constants in some places, and does not say that it got a parameter that nobody gave.
    const isGiven = (name: string) => Object.hasOwn(params, name) || later.has(name)
    const missing = missingParameter(query, isGiven)
    if (missing !== null) throw parameterMissing(query, missing.name)
    throw wrong(query, error.message, placeOf(query, error.message))
  }
}

/**
 * As `parsedQuery`, and turns away what could be parsed but not evaluated. Parameters of `later` are left as they are.
 */
export function completeQuery(
  query: string,
  params: Params,
  later: ReadonlySet<string> = new Set(),
): ExprNode {
  const tree = parsedQuery(query, params, later)
  for (const node of nodesOf(tree)) {
    if (node.type === 'Parameter' && !later.has(node.name)) throw parameterMissing(query, node.name)
    if (node.type !== 'FuncCall') continue
    const name = node.namespace === 'global' ? node.name : `${node.namespace}::${node.name}`
    if (!absent.has(name)) continue
    throw wrong(query, `This lake does not have the function ${name}().`, callOf(query, name))
  }
  return tree
}

/** What groq-js parses and does not evaluate. `text::query()` is not among it: see `textQuery.ts`. */
const absent: ReadonlySet<string> = new Set([
  'anywhere',
  'documents::get',
  'documents::incomingGlobalDocumentReferenceCount',
  'documents::incomingRefCount',
  'geo::contains',
  'geo::distance',
  'geo::intersects',
  'geo::latLng',
  'media::aspect',
  'text::semanticSimilarity',
  'user::attributes',
])

function parameterMissing(query: string, name: string): LakeError {
  const [place] = placesOf(query, (word) => word === `$${name}`)
  // Word for word what Sanity's API says: people search for it.
  return wrong(query, `param $${name} referenced, but not provided`, place)
}

/** The name that a message of groq-js is about, where it stands in the query. */
function placeOf(query: string, message: string): Place | null {
  const called = /^Undefined (?:pipe )?function: (\w+)|to function (\w+)\(\)|^unexpected (boost)$/
  const found = called.exec(message)
  const name = found?.[1] ?? found?.[2] ?? found?.[3]
  if (name !== undefined) return callOf(query, name)
  const namespace = /^Undefined namespace: (\w+)/.exec(message)?.[1]
  const [place] = placesOf(query, (word) => word.startsWith(`${namespace}::`))
  return place ?? null
}

function wrong(query: string, description: string, place: Place | null = null): LakeError {
  const {start, end} = place ?? {start: 0, end: query.length}
  return new LakeError('queryParseError', description, {query, start, end, description})
}
