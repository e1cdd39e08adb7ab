import {type Rule} from 'sanity'
import {isBlank, wordCount} from './rules.ts'

interface Span {
  readonly text?: string
  readonly marks?: readonly string[]
}

interface Block {
  readonly _type?: string
  readonly _key?: string
  readonly style?: string
  readonly listItem?: string
  readonly children?: readonly Span[]
  readonly markDefs?: readonly {readonly _key?: string; readonly _type?: string}[]
}

/** A finding with the path of its block, so that the Studio opens the right paragraph. */
interface Finding {
  readonly message: string
  readonly path: ({_key: string} | number)[]
}

const textOf = (block: Block | undefined): string =>
  (block?.children ?? []).map(({text}) => text ?? '').join('')

const isBlock = (block: Block | undefined): boolean => block?._type === 'block'
const headingLevel = (block: Block): number | null =>
  /^h[1-6]$/.test(block.style ?? '') ? Number(block.style?.slice(1)) : null

function found(
  blocks: readonly Block[],
  message: (block: Block, index: number) => string | null,
): Finding[] {
  return blocks.flatMap((block, index) => {
    const text = message(block, index)
    return text === null ? [] : [{message: text, path: [block._key ? {_key: block._key} : index]}]
  })
}

/** An imported list that lost its items leaves a lead-in that promises something and gives nothing. */
const leadIn = (blocks: readonly Block[]) => (block: Block, index: number) => {
  if (!isBlock(block) || !textOf(block).trim().endsWith(':')) return null
  const next = blocks[index + 1]
  const delivers = next !== undefined && (next.listItem !== undefined || !isBlock(next))
  return delivers
    ? null
    : 'This ends with a colon, but no list follows. Add the list, or end the sentence.'
}

const emptyHeading = (block: Block) =>
  headingLevel(block) !== null && textOf(block).trim() === '' ? 'Remove the empty heading.' : null

const skippedLevel = (blocks: readonly Block[]) => (block: Block, index: number) => {
  const level = headingLevel(block)
  if (level === null) return null
  const before = blocks.slice(0, index).findLast((other) => headingLevel(other) !== null)
  const above = before === undefined ? 2 : (headingLevel(before) ?? 2)
  return level <= above + 1 ? null : 'A small heading needs a heading above it first.'
}

const vagueLinks = /^(here|click here|this|link|more|read more|this link)$/i

const vagueLink = (block: Block) => {
  const links = new Set(
    (block.markDefs ?? []).filter(({_type}) => _type === 'link').map(({_key}) => _key),
  )
  const vague = (block.children ?? []).find(
    ({text, marks}) =>
      vagueLinks.test((text ?? '').trim()) && marks?.some((mark) => links.has(mark)),
  )
  return vague === undefined
    ? null
    : `“${vague.text?.trim()}” does not say where the link leads. Link words that do.`
}

const longParagraph = (block: Block) => {
  const words = isBlock(block) ? wordCount(textOf(block)) : 0
  return words > 90 ? `${words} words in one paragraph. Readers follow up to 90.` : null
}

/** What keeps a text from being published. */
export function textProblems(value: unknown): true | Finding[] {
  const blocks = (value ?? []) as readonly Block[]
  const findings = [leadIn(blocks), emptyHeading, skippedLevel(blocks), vagueLink].flatMap((rule) =>
    found(blocks, rule),
  )
  return findings.length === 0 || findings
}

/** A limit for the whole of a text. */
export const atMostWordsInAll =
  (limit: number) =>
  (value: unknown): true | string => {
    const blocks = (value ?? []) as readonly Block[]
    const words = blocks
      .map((block) => wordCount(textOf(block)))
      .reduce((sum, count) => sum + count, 0)
    return words <= limit || `${words} words. Keep it to ${limit} or fewer.`
  }

/** What makes a text hard to read. */
export function textWarnings(value: unknown): true | Finding[] {
  const findings = found((value ?? []) as readonly Block[], longParagraph)
  return findings.length === 0 || findings
}

/** The rules of a text. A field that adds its own has to repeat them: they replace those of the type. */
export const textRules = (rule: Rule): Rule[] => [
  rule.custom(textProblems),
  rule.custom(textWarnings).warning(),
]

/** True of a text with words in it, or with a table or an image. One without any part is for `required()` to tell. */
function saysSomething(value: unknown): boolean {
  const blocks = (value ?? []) as readonly Block[]
  return blocks.length === 0 || blocks.some((block) => !isBlock(block) || !isBlank(textOf(block)))
}

export const requiredText =
  (message: string) =>
  (rule: Rule): Rule[] => [
    rule
      .required()
      .min(1)
      .custom((value) => saysSomething(value) || message)
      .error(message),
    ...textRules(rule),
  ]
