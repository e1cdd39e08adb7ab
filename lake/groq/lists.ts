import {type ExprNode} from 'groq-js'
import {type Compile} from './compile.ts'
import {reachOf} from './reach.ts'
import {type Evaluate, type Scope} from './scope.ts'
import {scored} from './score.ts'
import {inOrder} from './values.ts'
import {type SelectedRows, type Selection, selectionOf} from '../query/selection.ts'

type Node<Type> = Extract<ExprNode, {type: Type}>
type ListNode = Node<
  'AccessElement' | 'Slice' | 'Filter' | 'Map' | 'FlatMap' | 'PipeFuncCall' | 'Everything'
>

/** What goes through the items of a list. Over all documents, it goes through what the indexes leave over. */
export function compiledList(node: ListNode, compile: Compile): Evaluate | null {
  const selecting = selected(node, compile)
  if (selecting !== undefined) return selecting
  if (node.type === 'Everything') return ({run}) => run.everything()
  const once = node.type === 'Map' || node.type === 'FlatMap' ? mapped(node, compile) : undefined
  if (once !== undefined) return once
  const base = compile(node.base)
  if (base === null) return null
  switch (node.type) {
    case 'AccessElement':
      return overList(base, (items) => items.at(node.index) ?? null)
    case 'Slice':
      return overList(base, (items) => sliced(items, node))
    case 'PipeFuncCall':
      if (node.name === 'score') return scored(base, node.args, compile)
      return ordered(base, node, compile)
    default:
      return through(base, node, compile)
  }
}

/** What is made of the documents of a list that is gone through once: none of them is held. */
function mapped(node: Node<'Map' | 'FlatMap'>, compile: Compile): Evaluate | null | undefined {
  const {row, outer} = reachOf(node)
  if (row || outer || node.base.type === 'AccessElement') return undefined
  const select = selecting(node.base as ListNode, compile)
  const inner = compile(node.expr)
  if (select === null || select === undefined || inner === null) return undefined
  return (scope) => {
    const made: unknown[] = []
    for (const item of select(scope)) made.push(inner(scope.hidden(item)) ?? null)
    return node.type === 'Map' ? made : made.flat()
  }
}

function through(
  base: Evaluate,
  {type, expr}: Node<'Filter' | 'Map' | 'FlatMap'>,
  compile: Compile,
): Evaluate | null {
  const inner = compile(expr)
  if (inner === null) return null
  if (type === 'Filter')
    return overList(base, (items, scope) =>
      items.filter((item) => inner(scope.nested(item)) === true),
    )
  const map = (items: readonly unknown[], scope: Scope) =>
    items.map((item) => inner(scope.hidden(item)) ?? null)
  return overList(base, (items, scope) =>
    type === 'Map' ? map(items, scope) : map(items, scope).flat(),
  )
}

function overList(
  base: Evaluate,
  work: (items: readonly unknown[], scope: Scope) => unknown,
): Evaluate {
  return (scope) => {
    const items = base(scope)
    return Array.isArray(items) ? work(items as readonly unknown[], scope) : null
  }
}

export function sliced<Item>(
  items: readonly Item[],
  {left, right, isInclusive}: Node<'Slice'>,
): readonly Item[] {
  const at = (index: number) => (index < 0 ? items.length + index : index)
  return items.slice(Math.max(0, at(left)), Math.max(0, at(right) + Number(isInclusive)))
}

function ordered(base: Evaluate, {args}: Node<'PipeFuncCall'>, compile: Compile): Evaluate | null {
  const sort = sorting(args, compile)
  return sort && overList(base, sort)
}

type Sort = (items: readonly unknown[], scope: Scope) => readonly unknown[]

function sorting(args: readonly ExprNode[], compile: Compile): Sort | null {
  const keys: {readonly evaluate: Evaluate; readonly sign: number}[] = []
  for (const argument of args) {
    const isMarked = argument.type === 'Desc' || argument.type === 'Asc'
    const evaluate = compile(isMarked ? argument.base : argument)
    if (evaluate === null) return null
    keys.push({evaluate, sign: argument.type === 'Desc' ? -1 : 1})
  }
  const signs = keys.map(({sign}) => sign)
  return (items, scope) =>
    inOrder(items, signs, (item) => {
      const inner = scope.nested(item)
      return keys.map(({evaluate}) => evaluate(inner) ?? null)
    })
}

/** A filter over all documents, with the order and the cut that follow it; undefined for anything else. */
interface Pipeline {
  readonly filters: readonly ExprNode[]
  readonly order: readonly ExprNode[]
  readonly cut: Node<'AccessElement' | 'Slice'> | null
}

export function pipelineOf(node: ExprNode): Pipeline | null {
  if (node.type === 'Everything') return {filters: [], order: [], cut: null}
  if (node.type === 'Filter') {
    const base = pipelineOf(node.base)
    if (base === null || base.cut !== null || base.order.length > 0) return null
    return {...base, filters: [...base.filters, node.expr]}
  }
  if (node.type === 'PipeFuncCall' && node.name === 'order') {
    const base = pipelineOf(node.base)
    return base === null || base.cut !== null || base.order.length > 0
      ? null
      : {...base, order: node.args}
  }
  if (node.type !== 'AccessElement' && node.type !== 'Slice') return null
  const bounds = node.type === 'Slice' ? [node.left, node.right] : [node.index]
  const base = pipelineOf(node.base)
  if (base === null || base.cut !== null || bounds.some((bound) => bound < 0)) return null
  return {...base, cut: node}
}

function selected(node: ListNode, compile: Compile): Evaluate | null | undefined {
  const select = selecting(node, compile)
  if (select === null || select === undefined) return select
  if (node.type !== 'AccessElement') return (scope) => [...select(scope)]
  const {index} = node
  return (scope) => [...select(scope)].at(index) ?? null
}

/** The documents that a filter lets through with what follows it, one by one where they are found in their order. */
function selecting(
  node: ListNode,
  compile: Compile,
): ((scope: Scope) => Iterable<unknown>) | null | undefined {
  const pipeline = pipelineOf(node)
  if (pipeline === null || node.type === 'Everything') return undefined
  const {order, cut} = pipeline
  const selection = selectionOf(pipeline.filters, order, cut !== null)
  const judge = judging(pipeline.filters, compile)
  const sort = order.length === 0 ? null : sorting(order, compile)
  const operand = operandsOf(selection, compile)
  if (judge === null || operand === null || (order.length > 0 && sort === null)) return null
  const first = cut?.type === 'Slice' ? cut.left : 0
  const enough = cut === null ? Infinity : countOf(cut)
  return (scope) => {
    const {isSorted, ...selected} = scope.run.select(selection, operand(scope))
    const found = judged(selected, judge, scope)
    if (sort === null || isSorted) return between(found, first, enough)
    return sort([...found], scope).slice(first, enough)
  }
}

function* judged(
  {rows, kept}: Pick<SelectedRows, 'rows' | 'kept'>,
  judge: (scope: Scope) => boolean,
  scope: Scope,
): Generator<unknown> {
  kept?.(0)
  for (const row of rows) {
    if (!judge(scope.nested(row))) continue
    kept?.(1)
    yield row
  }
}

function* between(rows: Iterable<unknown>, first: number, end: number): Generator<unknown> {
  if (first >= end) return
  let at = 0
  for (const row of rows) {
    at += 1
    if (at > first) yield row
    if (at >= end) return
  }
}

/** `count()` of a filter over all documents, where an index may tell; null for any other. */
export function compiledCount(
  {namespace, name, args}: Node<'FuncCall'>,
  compile: Compile,
): Evaluate | null {
  const [list] = args
  const pipeline = list === undefined ? null : pipelineOf(list)
  if (namespace !== 'global' || name !== 'count' || pipeline === null) return null
  if (pipeline.order.length > 0 || pipeline.cut !== null) return null
  const selection = selectionOf(pipeline.filters)
  const judge = judging(pipeline.filters, compile)
  const operand = operandsOf(selection, compile)
  if (judge === null || operand === null) return null
  return (scope) => {
    const compared = operand(scope)
    const told = selection.isExact ? scope.run.count(selection, compared) : null
    if (told !== null) return told
    let found = 0
    for (const _ of judged(scope.run.select(selection, compared), judge, scope)) found += 1
    return found
  }
}

function countOf(cut: Node<'AccessElement' | 'Slice'>): number {
  return cut.type === 'Slice' ? cut.right + Number(cut.isInclusive) : cut.index + 1
}

function judging(
  filters: readonly ExprNode[],
  compile: Compile,
): ((scope: Scope) => boolean) | null {
  const conditions = filters.map(compile)
  if (!conditions.every((condition) => condition !== null)) return null
  return (scope) => conditions.every((condition) => condition(scope) === true)
}

/** What a selection compares with, worked out where the filter stands. */
export function operandsOf(
  {operands}: Selection,
  compile: Compile,
): ((scope: Scope) => (index: number) => unknown) | null {
  const compiled = operands.map(compile)
  if (!compiled.every((operand) => operand !== null)) return null
  return (scope) => {
    const inner = scope.nested(null)
    return (index) => compiled[index]?.(inner) ?? null
  }
}
