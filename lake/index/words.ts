import {type Json, type LakeDocument, publishedId} from '../document.ts'

/** As groq-js finds the words of a text, and of a pattern. Source: `matchTokenize` and `matchPatternRegex` there. */
const edges = /(\b\.+|\.+\b)/g
/** What words are made of. */
export const wordCharacter = '[^!@#$%^&*(),\\\\/?";:{}|[\\]+<>\\s-]'
const words = new RegExp(`${wordCharacter}+`, 'g')
const wordsWithWildcard = /[^!@#$%^&(),\\/?";:{}|[\]+<>\s-]+/g

export function tokens(text: string): readonly string[] {
  return withoutEdges(text).match(words) ?? []
}

/** A text without the dots that do not count as parts of words. */
export function withoutEdges(text: string): string {
  return text.includes('.') ? text.replace(edges, '') : text
}

export function patternTerms(text: string): readonly string[] {
  const terms = text.replace(edges, '').match(wordsWithWildcard) ?? []
  return terms.map((term) => term.slice(0, 1024))
}

/** Every word of a document that a search can ask for, as the index has it. */
export function wordsOf(document: LakeDocument): ReadonlySet<string> {
  const found = new Set<string>()
  const add = (text: string): void => {
    if (!notPlain.test(text)) {
      for (const token of tokens(text.toUpperCase())) found.add(token)
      return
    }
    for (const token of tokens(text)) found.add(folded(token))
    // Whole documents are searched in small letters, which are not always one for one.
    if (notAscii.test(text))
      for (const token of tokens(text.toLowerCase())) found.add(folded(token))
  }
  const visit = (value: Json | undefined): void => {
    if (typeof value === 'string') add(value)
    else if (typeof value === 'number' || typeof value === 'boolean') add(String(value))
    else if (Array.isArray(value)) value.forEach(visit)
    else if (typeof value === 'object' && value !== null) {
      const fields = value as {readonly [name: string]: Json | undefined}
      const {children} = fields
      if (Array.isArray(children) && children.length > 1) add(spansOf(children))
      for (const name in fields) if (!name.startsWith('_')) visit(fields[name])
    }
  }
  visit(document)
  // The Studio searches ids together with words; layers of a perspective show the one, and `raw` the other.
  add(document._id)
  add(publishedId(document._id))
  return found
}

/** Words may go on from one span to the next. */
function spansOf(children: readonly Json[]): string {
  return children
    .map((child) => {
      const text =
        typeof child === 'object' && child !== null && 'text' in child ? child.text : undefined
      return typeof text === 'string' ? text : ''
    })
    .join('')
}

/** What a document must have at least to match a pattern: each a word, or how one begins. */
export function wantedWords(pattern: string): readonly {word: string; isStart: boolean}[] {
  return patternTerms(pattern).flatMap((term) => {
    const literal = /^[^.*]*/.exec(term)?.[0] ?? ''
    return literal === '' ? [] : [{word: folded(literal), isStart: literal !== term}]
  })
}

const notAscii = /[^\0-\x7f]/
/** Anything but the characters that are told apart by their letters' size alone. */
const notPlain = /[^\t-\r\x20-\x7e]/

/** Equal for what a regular expression takes for equal when it ignores case. Source: `Canonicalize` of ECMA-262. */
function folded(token: string): string {
  const plain = token.replace(/[\0-\x1f\x7f]/g, '~')
  if (!notAscii.test(plain)) return plain.toUpperCase()
  return plain.replace(/[^]/g, (unit) => {
    const upper = unit.toUpperCase()
    if (upper.length !== 1 || (unit > '\x7f' && upper <= '\x7f')) return unit
    return upper
  })
}
