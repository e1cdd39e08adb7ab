import {type ExprNode, type OpCallNode} from 'groq-js'
import {type Json, type LakeDocument} from '../document.ts'
import {onceEach} from '../onceEach.ts'
import {mapTree} from './tree.ts'

export interface SearchableTree {
  readonly tree: ExprNode
  /** The query looks into whole documents: it must be given documents that went through `withText`. */
  readonly readsText: boolean
}

/** No field of a document is called so: it is where `withText` keeps the words. */
export const textField = '\u0000text'

/**
 * Makes `text::query()` and `@ match ...` work, which groq-js parses but does not evaluate, by saying the same in
 * nodes that it does evaluate.
 */
export function searchable(tree: ExprNode): SearchableTree {
  let readsText = false
  const textOf = (operand: ExprNode): ExprNode => {
    if (operand.type !== 'This') return textOfField(operand)
    readsText = true
    return {type: 'AccessAttribute', base: operand, name: textField}
  }
  const rewritten = mapTree(tree, (node) => {
    // Scores see through `&&` and `||`, but not through parentheses.
    if (node.type === 'Group') return node.base
    if (node.type !== 'OpCall' || node.op !== 'match') return node
    const query = argumentOfTextQuery(node.right)
    const operands = operandsOf(node.left)
    if (query !== null) return condition(operands.map(textOf), query)
    if (node.left.type !== 'Array' && node.left.type !== 'This') return node
    return match(
      operands.map((operand) => (operand.type === 'This' ? textOf(operand) : textOfList(operand))),
      node.right,
    )
  })
  return {tree: rewritten, readsText}
}

/** The same document, with its words where the rewritten query finds them and nothing else does. */
export const withText = onceEach((document: LakeDocument): LakeDocument => {
  // Most rows are judged by their first words: nobody puts together what is not asked for.
  const get = () => [...textsOf(document)].join('\n').replace(/[^\S\n]+/g, ' ')
  return Object.defineProperty({...document}, textField, {get})
})

/** The texts of a document one by one, with the words that `textField` has; null for what has no such field. */
export function textsIn(value: unknown): Iterable<string> | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, textField)) return null
  return textsOf(value as LakeDocument)
}

function* textsOf(document: LakeDocument): Generator<string> {
  for (const text of textsBelow(document, [])) yield text.toLowerCase()
}

/** What people wrote. System fields are not words: a search for "block" is not for every portable text. */
function textsBelow(value: Json | undefined, found: string[]): readonly string[] {
  if (typeof value === 'string') found.push(value)
  else if (Array.isArray(value)) for (const item of value) textsBelow(item as Json, found)
  else if (typeof value === 'object' && value !== null) {
    const fields = value as {readonly [name: string]: Json | undefined}
    for (const name in fields) if (!name.startsWith('_')) textsBelow(fields[name], found)
  }
  return found
}

function operandsOf(left: ExprNode): readonly ExprNode[] {
  if (left.type !== 'Array') return [left]
  return left.elements.map(({value}) => value)
}

function argumentOfTextQuery(right: ExprNode): ExprNode | null {
  if (right.type !== 'FuncCall' || right.namespace !== 'text' || right.name !== 'query') return null
  return right.args[0] ?? null
}

/** All terms must be found: words, words* by their beginning, "phrases" as they stand; -terms must not. */
function condition(texts: readonly ExprNode[], query: ExprNode): ExprNode {
  if (query.type !== 'Value') return match(texts, query)
  const terms = typeof query.value === 'string' ? termsOf(query.value) : []
  const conditions = terms.map(({text, isPhrase, isExcluded}) => {
    const words = match(texts, {type: 'Value', value: text})
    const found = isPhrase
      ? and(words, any(texts.map((operand) => contains(operand, text))))
      : words
    return isExcluded ? ({type: 'Not', base: found} as const) : found
  })
  return conditions.length === 0 ? {type: 'Value', value: false} : conditions.reduce(and)
}

interface Term {
  readonly text: string
  readonly isPhrase: boolean
  readonly isExcluded: boolean
}

const termPattern = /(-?)(?:"([^"]*)"|(\S+))/g

function termsOf(query: string): readonly Term[] {
  return [...query.matchAll(termPattern)]
    .map(([, minus, phrase, word]) => ({
      text: (phrase ?? word ?? '').replace(/\s+/g, ' ').trim(),
      isPhrase: phrase !== undefined,
      isExcluded: minus === '-',
    }))
    .filter(({text}) => /[\p{L}\p{N}*]/u.test(text))
}

function match(texts: readonly ExprNode[], right: ExprNode): OpCallNode {
  const elements = texts.map((value) => ({type: 'ArrayElement', value, isSplat: false}) as const)
  return {type: 'OpCall', op: 'match', left: {type: 'Array', elements}, right}
}

/** `coalesce(pt::text(x), array::join(x, "\n"), x)`: the words of portable text, of a list, or of a string. */
function textOfField(operand: ExprNode): ExprNode {
  return call('global', 'coalesce', [call('pt', 'text', [operand]), joined(operand), operand])
}

/** `coalesce(array::join(x, "\n"), x)`: groq-js does not look into lists within a list. */
function textOfList(operand: ExprNode): ExprNode {
  return operand.type === 'Value' ? operand : call('global', 'coalesce', [joined(operand), operand])
}

function joined(list: ExprNode): ExprNode {
  return call('array', 'join', [list, {type: 'Value', value: '\n'}])
}

/** `count(string::split(lower(x), phrase)) > 1`: GROQ has no "contains". */
function contains(text: ExprNode, phrase: string): ExprNode {
  const parts = call('string', 'split', [
    call('global', 'lower', [text]),
    {type: 'Value', value: phrase.toLowerCase()},
  ])
  return {
    type: 'OpCall',
    op: '>',
    left: call('global', 'count', [parts]),
    right: {type: 'Value', value: 1},
  }
}

function call(namespace: string, name: string, args: ExprNode[]): ExprNode {
  return {type: 'FuncCall', namespace, name, args}
}

function and(left: ExprNode, right: ExprNode): ExprNode {
  return {type: 'And', left, right}
}

function any(conditions: readonly ExprNode[]): ExprNode {
  return conditions.reduce((left, right) => ({type: 'Or', left, right}))
}
