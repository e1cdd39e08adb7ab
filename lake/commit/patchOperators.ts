import {parsePath} from '@sanity/json-match'
import {type Json, type JsonObject} from '../document.ts'
import {LakeError} from '../errors.ts'

function malformed(message: string): never {
  throw new LakeError('malformedRequest', message)
}

/** What each operator of a patch takes, in the form in which it is applied. */
const operators: {readonly [operator: string]: (operand: Json, operator: string) => Json} = {
  set: byPath(() => true, 'an object of paths and values'),
  setIfMissing: byPath(() => true, 'an object of paths and values'),
  inc: byPath((value) => typeof value === 'number', 'an object of paths and numbers'),
  dec: byPath((value) => typeof value === 'number', 'an object of paths and numbers'),
  diffMatchPatch: byPath((value) => typeof value === 'string', 'an object of paths and texts'),
  unset: (operand) =>
    Array.isArray(operand) ? operand.map(pathIn) : malformed('"unset" takes a list of paths.'),
  insert: insertion,
}

const operatorNames: readonly string[] = Object.keys(operators)

/**
 * The operand of a patch operator, its paths in words that @sanity/mutator knows.
 * @throws LakeError malformedRequest for what the operator cannot mean. Source: Sanity's reference of patches.
 */
export function checkOperand(operator: string, operand: Json | undefined): Json {
  const check = Object.hasOwn(operators, operator) ? operators[operator] : undefined
  if (check === undefined) {
    return malformed(
      `"${operator.slice(0, 40)}" is not a patch operator; there are ${operatorNames.join(', ')}.`,
    )
  }
  return check(operand ?? null, operator)
}

function byPath(fits: (value: Json | undefined) => boolean, takes: string) {
  return (operand: Json, operator: string): Json => {
    if (!isObject(operand) || !Object.values(operand).every(fits))
      return malformed(`"${operator}" takes ${takes}.`)
    return Object.fromEntries(Object.entries(operand).map(([path, value]) => [pathIn(path), value]))
  }
}

/** Where `insert` may put its items. */
export const places: readonly string[] = ['before', 'after', 'replace']

function insertion(operand: Json): Json {
  const [place, ...more] = isObject(operand)
    ? places.filter((each) => operand[each] !== undefined)
    : []
  if (!isObject(operand) || place === undefined || more.length > 0)
    return malformed('"insert" takes one of "before", "after" and "replace".')
  if (!Array.isArray(operand['items'])) return malformed('"insert" takes "items", a list.')
  return {...operand, [place]: pathIn(operand[place])}
}

/** @sanity/mutator goes through all that a range spans, and makes room up to what is set, whether it is there or not. */
const farthestItem = 100_000

function namesFarItem(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false
  const {type, value, start, end} = node as Readonly<Record<string, unknown>>
  // What is compared with is no place in a list.
  if (type === 'Comparison') return false
  const numbers = type === 'Slice' ? [start, end] : type === 'Number' ? [value] : []
  if (numbers.some((number) => Math.abs(Number(number ?? 0)) > farthestItem)) return true
  return Object.values(node).flat().some(namesFarItem)
}

const quoted = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/

/**
 * A JSONMatch path as @sanity/mutator reads it. What that one would read as another path is refused: it takes `a$b` for
 * `a`, and knows `[*]` only as `[0:]`.
 */
function pathIn(path: Json | undefined): string {
  const wrong = () => malformed(`${JSON.stringify(path)?.slice(0, 200)} is not a path (JSONMatch).`)
  if (typeof path !== 'string') return wrong()
  let parsed: ReturnType<typeof parsePath>
  try {
    parsed = parsePath(path)
  } catch {
    return wrong()
  }
  if (namesFarItem(parsed)) {
    return malformed(`A path names items of a list by numbers up to ${farthestItem}.`)
  }
  return path
    .split(quoted)
    .map((part, index) => {
      if (index % 2 === 1) return part
      const plain = part.replace(/\[\s*[*:]\s*\]/g, '[0:]')
      return /[$*]/.test(plain) ? wrong() : plain
    })
    .join('')
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
