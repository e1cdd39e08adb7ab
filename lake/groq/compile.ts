import {type ExprNode} from 'groq-js'
import {compiledCall, operator} from './calls.ts'
import {compiledCount, compiledList} from './lists.ts'
import {matchesTexts} from './match.ts'
import {compiledObject} from './objects.ts'
import {reachOf} from './reach.ts'
import {ancestor, type Evaluate, Scope} from './scope.ts'
import {textsOf} from './texts.ts'
import {later, secondsBetween} from './times.ts'
import {compare, finite, isGroqObject} from './values.ts'

export type Compile = (node: ExprNode) => Evaluate | null

/**
 * Makes functions of a query, which answer exactly what groq-js answers. Null for what only groq-js can evaluate:
 * paths as values, differences.
 */
export function compiled(node: ExprNode): Evaluate | null {
  const evaluate = compiledNode(node)
  if (evaluate === null || !isWorthRemembering(node)) return evaluate
  return ({run}) => {
    const known: unknown = run.memo.get(node)
    if (known !== undefined) return known
    const value = evaluate(new Scope(null, null, run)) ?? null
    run.memo.set(node, value)
    return value
  }
}

function compiledNode(node: ExprNode): Evaluate | null {
  switch (node.type) {
    case 'Value': {
      const value = (node.value as unknown) ?? null
      return () => value
    }
    case 'Parameter': {
      const {name} = node
      return ({run}) => run.params[name] ?? null
    }
    case 'This':
      return (scope) => scope.value ?? null
    case 'Parent':
      return (scope) => ancestor(scope, node.n)?.value ?? null
    case 'Group':
      return compiled(node.base)
    case 'AccessAttribute': {
      const {name, base} = node
      if (base === undefined || base.type === 'This') return (scope) => field(scope.value, name)
      return from([base], (value) => field(value, name))
    }
    case 'AccessElement':
    case 'Slice':
    case 'Filter':
    case 'Map':
    case 'FlatMap':
    case 'PipeFuncCall':
    case 'Everything':
      return compiledList(node, compiled)
    case 'ArrayCoerce':
      return from([node.base], (value) => (Array.isArray(value) ? value : null))
    case 'Projection': {
      const [base, expr] = [compiled(node.base), compiled(node.expr)]
      if (base === null || expr === null) return null
      return (scope) => {
        const value = base(scope)
        return isGroqObject(value) ? expr(scope.nested(value)) : null
      }
    }
    case 'Deref': {
      const base = compiled(node.base)
      if (base === null) return null
      return (scope) => {
        const id = field(base(scope), '_ref')
        return typeof id === 'string' ? scope.run.dereference(id) : null
      }
    }
    case 'Object':
    case 'Array':
    case 'Select':
      return compiledObject(node, compiled)
    case 'FuncCall':
      return compiledCount(node, compiled) ?? compiledCall(node, compiled)
    case 'OpCall':
      return compiledOperator(node)
    case 'InRange': {
      const {isInclusive} = node
      return from([node.base, node.left, node.right], (value, left, right) => {
        const [low, high] = [compare(value, left), compare(value, right)]
        if (low === null || high === null) return null
        return low >= 0 && (isInclusive ? high <= 0 : high < 0)
      })
    }
    case 'And':
    case 'Or':
      return junction(node.left, node.right, node.type === 'Or')
    case 'Not':
      return from([node.base], (value) => (typeof value === 'boolean' ? !value : null))
    case 'Neg':
      return from([node.base], (value) => (typeof value === 'number' ? -value : null))
    case 'Pos':
      return from([node.base], (value) => (typeof value === 'number' ? value : null))
    default:
      return null
  }
}

/** What goes over documents and is the same wherever it stands: worked out once. */
function isWorthRemembering(node: ExprNode): boolean {
  const {row, outer} = reachOf(node)
  return !row && !outer && startsWithEverything(node)
}

function startsWithEverything(node: ExprNode): boolean {
  switch (node.type) {
    case 'Everything':
      return true
    case 'Filter':
    case 'Map':
    case 'FlatMap':
    case 'Slice':
    case 'AccessElement':
    case 'PipeFuncCall':
    case 'Projection':
    case 'ArrayCoerce':
      return startsWithEverything(node.base)
    case 'FuncCall':
      return node.args.some(startsWithEverything)
    default:
      return false
  }
}

/** Of parts that are worked out in any case, something that depends on nothing but them. */
function from(
  nodes: readonly ExprNode[],
  work: (first: unknown, second: unknown, third: unknown) => unknown,
): Evaluate | null {
  const [first, second, third] = nodes.map(compiled)
  if (first === null || first === undefined || second === null || third === null) return null
  if (second === undefined) return (scope) => work(first(scope), null, null)
  if (third === undefined) return (scope) => work(first(scope), second(scope), null)
  return (scope) => work(first(scope), second(scope), third(scope))
}

export function field(value: unknown, name: string): unknown {
  return isGroqObject(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null
}

/** GROQ's logic has three values. */
function junction(left: ExprNode, right: ExprNode, decisive: boolean): Evaluate | null {
  const [first, second] = [compiled(left), compiled(right)]
  if (first === null || second === null) return null
  return (scope) => {
    const one = first(scope)
    if (one === decisive) return decisive
    const other = second(scope)
    if (other === decisive) return decisive
    return typeof one === 'boolean' && typeof other === 'boolean' ? !decisive : null
  }
}

const numeric: Readonly<Record<string, (a: number, b: number) => number>> = {
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '**': (a, b) => a ** b,
}

const ordering: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

function compiledOperator({op, left, right}: Extract<ExprNode, {type: 'OpCall'}>): Evaluate | null {
  if (op === 'match') return matching(left, right)
  if (op === 'in' && right.type === 'FuncCall' && right.name === 'path') return inPath(left, right)
  const work = operator(op)
  if (work !== null) return from([left, right], work)
  const isMeant = ordering[op]
  if (isMeant !== undefined) {
    return from([left, right], (a, b) => {
      const order = compare(a, b)
      return order === null ? null : isMeant(order)
    })
  }
  const calculate = numeric[op]
  if (calculate === undefined) return null
  return from([left, right], (a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return finite(calculate(a, b))
    if (op !== '-' || typeof a !== 'bigint') return null
    if (typeof b === 'number') return later(a, -b)
    return typeof b === 'bigint' ? secondsBetween(b, a) : null
  })
}

function matching(left: ExprNode, right: ExprNode): Evaluate | null {
  const [texts, pattern] = [textsOf(left, compiled), compiled(right)]
  if (texts === null || pattern === null) return null
  return (scope) => matchesTexts(texts(scope), pattern(scope))
}

/** `_id in path("drafts.**")`, of a pattern that the query itself says. */
function inPath(left: ExprNode, right: Extract<ExprNode, {type: 'FuncCall'}>): Evaluate | null {
  const [pattern] = right.args
  if (pattern?.type !== 'Value' || typeof pattern.value !== 'string') return null
  const parts = pattern.value.split('.').map((part) => {
    if (part === '*') return '[^.]+'
    return part === '**' ? '.*' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  })
  // Between the parts groq-js lets any character stand.
  const expression = new RegExp(`^${parts.join('.')}$`)
  return from([left], (value) => (typeof value === 'string' ? expression.test(value) : null))
}
