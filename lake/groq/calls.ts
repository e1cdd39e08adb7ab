import {evaluateSync, type ExprNode, type FuncCallNode} from 'groq-js'
import {type Evaluate} from './scope.ts'
import {forGroqJs, later, momentOf} from './times.ts'
import {isEqual, isGroqObject, isItsOwn, typeOf} from './values.ts'

/** What groq-js works out from its arguments alone, and gives back as plain JSON. */
const pure: ReadonlySet<string> = new Set([
  'array::intersects',
  'array::join',
  'global::length',
  'global::round',
  'global::string',
  'math::avg',
  'math::max',
  'math::min',
  'math::sum',
  'pt::text',
  'string::split',
  'string::startsWith',
])

/** A call of a function, or null for those that only groq-js has. */
export function compiledCall(
  node: FuncCallNode,
  compile: (node: ExprNode) => Evaluate | null,
): Evaluate | null {
  const args: Evaluate[] = []
  for (const argument of node.args) {
    const compiled = compile(argument)
    if (compiled === null) return null
    args.push(compiled)
  }
  const [first = () => null] = args
  const name = `${node.namespace}::${node.name}`
  switch (name) {
    case 'global::coalesce':
      return (scope) => {
        for (const argument of args) {
          const value = argument(scope) ?? null
          if (value !== null) return value
        }
        return null
      }
    case 'global::count':
      return (scope) => {
        const list = first(scope)
        return Array.isArray(list) ? list.length : null
      }
    case 'global::defined':
      return (scope) => (first(scope) ?? null) !== null
    case 'global::identity':
      return ({run}) => run.identity
    case 'global::now':
      return ({run}) => run.now
    case 'dateTime::now':
      return ({run}) => momentOf(run.now)
    case 'global::dateTime':
      return (scope) => momentOf(first(scope))
    case 'global::lower':
    case 'string::lower':
      return ofText(first, (text) => text.toLowerCase())
    case 'global::upper':
    case 'string::upper':
      return ofText(first, (text) => text.toUpperCase())
    case 'global::references':
      return (scope) => {
        const ids = new Set<unknown>(
          args
            .flatMap((argument) => argument(scope))
            .filter((id: unknown) => typeof id === 'string'),
        )
        return ids.size > 0 && hasReference(scope.value, ids)
      }
    case 'array::compact':
      return ofList(first, (items) => items.filter((item) => item !== null))
    case 'array::unique':
      return ofList(first, unique)
    case 'sanity::projectId':
      return ({run}) => run.source?.projectId ?? null
    case 'sanity::dataset':
      return ({run}) => run.source?.dataset ?? null
    case 'sanity::versionOf':
      return ofVersion(first, (id, base) => {
        if (id === base) return true
        const [kind, release, ...rest] = id.split('.')
        if (kind === 'drafts') return release !== undefined && [release, ...rest].join('.') === base
        return kind === 'versions' && rest.length > 0 && rest.join('.') === base
      })
    case 'sanity::partOfRelease':
      return ofVersion(first, (id, wanted) => {
        const [kind, release, ...rest] = id.split('.')
        return kind === 'versions' && rest.length > 0 && release === wanted
      })
    default:
      return pure.has(name) ? byGroqJs(node, args) : null
  }
}

function byGroqJs(node: FuncCallNode, args: readonly Evaluate[]): Evaluate {
  const call: FuncCallNode = {
    ...node,
    args: args.map((_, index) => ({type: 'Parameter', name: `${index}`})),
  }
  return (scope) => {
    const params = Object.fromEntries(
      args.map((argument, index) => [index, forGroqJs(argument(scope))]),
    )
    return evaluateSync(call, {params}).data as unknown
  }
}

function ofText(argument: Evaluate, work: (text: string) => string): Evaluate {
  return (scope) => {
    const value = argument(scope)
    return typeof value === 'string' ? work(value) : null
  }
}

function ofList(
  argument: Evaluate,
  work: (items: readonly unknown[]) => readonly unknown[],
): Evaluate {
  return (scope) => {
    const value = argument(scope)
    return Array.isArray(value) ? work(value) : null
  }
}

function ofVersion(argument: Evaluate, isMeant: (id: string, wanted: string) => boolean): Evaluate {
  return (scope) => {
    const wanted = argument(scope)
    const {value} = scope
    if (typeof wanted !== 'string' || !isGroqObject(value)) return null
    return typeof value['_id'] === 'string' ? isMeant(value['_id'], wanted) : null
  }
}

function unique(items: readonly unknown[]): readonly unknown[] {
  const seen = new Set<unknown>()
  return items.filter((item) => {
    if (isItsOwn(item)) return true
    if (seen.has(item)) return false
    seen.add(item)
    return true
  })
}

function hasReference(value: unknown, ids: ReadonlySet<unknown>): boolean {
  if (Array.isArray(value)) return value.some((item) => hasReference(item, ids))
  if (!isGroqObject(value)) return false
  if (value['_ref']) return ids.has(value['_ref'])
  for (const name in value) if (hasReference(value[name], ids)) return true
  return false
}

/** Operators on two values that are worked out already; null for those that groq-js alone has. */
export function operator(op: string): ((left: unknown, right: unknown) => unknown) | null {
  switch (op) {
    case '==':
      return isEqual
    case '!=':
      return (left, right) => !isEqual(left, right)
    case 'in':
      return (left, right) =>
        Array.isArray(right) ? right.some((item) => isEqual(left, item)) : null
    case '+':
      return added
    default:
      return null
  }
}

function added(left: unknown, right: unknown): unknown {
  if (typeof left === 'bigint' && typeof right === 'number') return later(left, right)
  if (typeof left === 'number' && typeof right === 'bigint') return later(right, left)
  const type = typeOf(left)
  if (type !== typeOf(right)) return null
  if (type === 'string') return (left as string) + (right as string)
  if (type === 'array') return (left as unknown[]).concat(right)
  if (type === 'object') return {...(left as object), ...(right as object)}
  if (type !== 'number') return null
  const sum = (left as number) + (right as number)
  return Number.isFinite(sum) ? sum : null
}
