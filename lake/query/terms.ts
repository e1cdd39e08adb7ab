import {type ExprNode} from 'groq-js'
import {reachOf} from '../groq/reach.ts'
import {isIndexedPath} from '../index/leaves.ts'
import {isOwnField, isOwnText, pathOf} from './paths.ts'

export type Comparison = '<' | '<=' | '>' | '>='

/** What a filter asks of a document that an index can tell. Numbers stand for operands: what it is compared with. */
export type Term =
  | {
      readonly on: '_id' | '_type' | 'base' | 'release' | 'references' | 'words'
      readonly value: number
    }
  /** `isOneOf`: the operand is a list of which one must be the value; `[]` in a path stands for any item. */
  | {readonly on: 'path'; readonly path: string; readonly value: number; readonly isOneOf: boolean}
  | {readonly on: 'range'; readonly path: string; readonly by: Comparison; readonly value: number}
  | {readonly on: 'defined'; readonly path: string}
  | {readonly on: 'either'; readonly branches: readonly (readonly Term[])[]}

export interface Operand {
  (node: ExprNode): number
  /** A list of operands that are there already. */
  together(values: readonly number[]): number
}

export function operandsInto(operands: ExprNode[]): Operand {
  const add = (node: ExprNode) => operands.push(node) - 1
  return Object.assign(add, {
    together: (values: readonly number[]) =>
      add({
        type: 'Array',
        elements: values.flatMap((at) => {
          const value = operands[at]
          return value === undefined ? [] : [{type: 'ArrayElement', value, isSplat: false} as const]
        }),
      }),
  })
}

/** The terms that a condition cannot be true without; null when none are known. */
export function termsIn(node: ExprNode, operand: Operand): readonly Term[] | null {
  switch (node.type) {
    case 'And': {
      const sides = [termsIn(node.left, operand), termsIn(node.right, operand)]
      const terms = sides.flatMap((side) => side ?? [])
      return terms.length === 0 ? null : terms
    }
    case 'Or': {
      const branches = [termsIn(node.left, operand), termsIn(node.right, operand)]
      if (!branches.every((branch) => branch !== null)) return null
      return [{on: 'either', branches}, ...sharedTerms(branches, operand)]
    }
    case 'InRange': {
      const path = pathOf(node.base)
      if (path === null || !isComparable(path)) return null
      if (!isFree(node.left) || !isFree(node.right)) return null
      return [
        {on: 'range', path, by: '>=', value: operand(node.left)},
        {on: 'range', path, by: node.isInclusive ? '<=' : '<', value: operand(node.right)},
      ]
    }
    case 'AccessAttribute': {
      const path = pathOf(node)
      if (path === null || isOwnField(path)) return null
      const value = operand({type: 'Value', value: true})
      return [{on: 'path', path, value, isOneOf: false}]
    }
    case 'FuncCall':
      return calledTerm(node, operand)
    case 'OpCall':
      return comparedTerm(node, operand)
    default:
      return null
  }
}

/** Ids or types that all branches ask for are those of the whole. */
function sharedTerms(branches: readonly (readonly Term[])[], operand: Operand): readonly Term[] {
  return (['_id', '_type'] as const).flatMap((on): readonly Term[] => {
    const values = branches.flatMap((branch) => {
      const term = branch.find((each) => each.on === on)
      return term === undefined || !('value' in term) ? [] : [term.value]
    })
    return values.length < branches.length ? [] : [{on, value: operand.together(values)}]
  })
}

type Node<Type> = Extract<ExprNode, {type: Type}>

function calledTerm(node: Node<'FuncCall'>, operand: Operand): readonly Term[] | null {
  const [first] = node.args
  const name = `${node.namespace}::${node.name}`
  if (first === undefined) return null
  if (name === 'global::defined') return definedTerm(first)
  if (!node.args.every(isFree)) return null
  switch (name) {
    case 'global::references': {
      const elements = node.args.map(
        (value) => ({type: 'ArrayElement', value, isSplat: false}) as const,
      )
      return [{on: 'references', value: operand({type: 'Array', elements})}]
    }
    case 'sanity::versionOf':
      return [{on: 'base', value: operand(first)}]
    case 'sanity::partOfRelease':
      return [{on: 'release', value: operand(first)}]
    default:
      return null
  }
}

/** That there is something at a path. */
function definedTerm(node: ExprNode): readonly Term[] | null {
  const path = pathOf(node)
  return path === null || isOwnField(path) || path.includes('[]') ? null : [{on: 'defined', path}]
}

const mirrored: Readonly<Record<string, Comparison>> = {'<': '>', '<=': '>=', '>': '<', '>=': '<='}

function comparedTerm(node: Node<'OpCall'>, operand: Operand): readonly Term[] | null {
  const {op, left, right} = node
  if (op === '!=')
    return isNull(right) ? definedTerm(left) : isNull(left) ? definedTerm(right) : null
  if (op === '>' && isSomeCount(left, right)) return definedTerm(left.args[0])
  if (op === '==') return equalTerm(left, right, operand) ?? equalTerm(right, left, operand)
  if (op === 'match') {
    if (!isOwnText(left) || !isFree(right)) return null
    return [{on: 'words', value: operand(right)}]
  }
  if (op === 'in') {
    if (right.type === 'FuncCall' && right.name === 'path') return startTerm(left, right, operand)
    if (isFree(right)) return oneOfTerm(pathOf(left), operand, right)
    const list = pathOf(right)
    if (list === null || isOwnField(list) || !isFree(left)) return null
    const path = list.includes('[]') ? list : `${list}[]`
    return isIndexedPath(path) ? [{on: 'path', path, value: operand(left), isOneOf: false}] : null
  }
  const by = mirrored[op]
  if (by === undefined) return null
  const [path, other] = [pathOf(left), pathOf(right)]
  if (path !== null && isFree(right) && isComparable(path))
    return [{on: 'range', path, by: op as Comparison, value: operand(right)}]
  if (other !== null && isFree(left) && isComparable(other))
    return [{on: 'range', path: other, by, value: operand(left)}]
  return null
}

function isNull(node: ExprNode): boolean {
  return node.type === 'Value' && node.value === null
}

/** `count(list) > 0`, of a list that must be there for it. */
export function isSomeCount(left: ExprNode, right: ExprNode): left is Counted {
  if (left.type !== 'FuncCall' || left.namespace !== 'global' || left.name !== 'count') return false
  return left.args.length === 1 && right.type === 'Value' && right.value === 0
}

type Counted = Node<'FuncCall'> & {readonly args: readonly [ExprNode]}

function equalTerm(field: ExprNode, value: ExprNode, operand: Operand): readonly Term[] | null {
  const path = pathOf(field)
  if (path === null || path.includes('[]') || !isFree(value)) return null
  if (path === '_id' || path === '_type') return [{on: path, value: operand(value)}]
  return [{on: 'path', path, value: operand(value), isOneOf: false}]
}

function oneOfTerm(path: string | null, operand: Operand, list: ExprNode): readonly Term[] | null {
  if (path === null || path.includes('[]')) return null
  const value = operand(list)
  if (path === '_id' || path === '_type') return [{on: path, value}]
  return [{on: 'path', path, value, isOneOf: true}]
}

/** `_id in path("drafts.**")`, by how such an id begins. */
function startTerm(
  left: ExprNode,
  {args: [pattern]}: Node<'FuncCall'>,
  operand: Operand,
): readonly Term[] | null {
  if (pathOf(left) !== '_id' || pattern?.type !== 'Value') return null
  const start = typeof pattern.value === 'string' ? (/^[^.*]*/.exec(pattern.value)?.[0] ?? '') : ''
  if (start === '') return null
  return [
    {on: 'range', path: '_id', by: '>=', value: operand({type: 'Value', value: start})},
    {on: 'range', path: '_id', by: '<', value: operand({type: 'Value', value: `${start}\u007f`})},
  ]
}

function isComparable(path: string): boolean {
  return path !== '_type' && !path.includes('[]')
}

/** True for what is the same whichever document the filter is put to. */
function isFree(node: ExprNode): boolean {
  return !reachOf(node).row
}

/** True for a condition that an index can tell something of. */
export function isTold(node: ExprNode): boolean {
  const terms = termsIn(node, operandsInto([]))
  return terms !== null && terms.length > 0
}
