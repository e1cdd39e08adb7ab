import {patternTerms, withoutEdges, wordCharacter} from '../index/words.ts'

/**
 * `match`, of texts that come one by one: those after the last word that is missing are not looked at. Source: `match` of
 * groq-js.
 */
export function matchesTexts(texts: Iterable<unknown>, pattern: unknown): boolean {
  let missing = termsOf(pattern)
  if (missing.length === 0) return false
  for (const text of texts) {
    if (typeof text !== 'string') continue
    const words = withoutEdges(text)
    missing = missing.filter((term) => words.search(term) < 0)
    if (missing.length === 0) return true
  }
  return false
}

/** How well they match. Source: `evaluateMatchScore` of groq-js. */
export function matchScore(texts: Iterable<unknown>, pattern: unknown): number {
  const counts = termsOf(pattern).map((term) => ({term, frequency: 0}))
  for (const text of texts) {
    if (typeof text !== 'string') continue
    const words = withoutEdges(text)
    for (const count of counts) count.frequency += words.match(count.term)?.length ?? 0
  }
  return counts.reduce((sum, {frequency}) => sum + (frequency * 2.2) / (frequency + 1.2), 0)
}

/** None of a pattern that is not of texts alone. */
function termsOf(pattern: unknown): readonly RegExp[] {
  const patterns: readonly unknown[] = Array.isArray(pattern) ? pattern : [pattern]
  if (!patterns.every((each) => typeof each === 'string')) return []
  return patterns.flatMap(expressionsOf)
}

/** Of patterns and of what is made of them; the last one is remembered however long it is. */
const mostCharacters = 500_000
const expressions = new Map<string, readonly RegExp[]>()
let characters = 0

function expressionsOf(pattern: string): readonly RegExp[] {
  const known = expressions.get(pattern)
  if (known !== undefined) return known
  const made = patternTerms(pattern).map(wholeWord)
  const size = made.reduce((sum, {source}) => sum + source.length, pattern.length)
  if (characters + size > mostCharacters) {
    expressions.clear()
    characters = 0
  }
  expressions.set(pattern, made)
  characters += size
  return made
}

/**
 * Finds the words of a text that a term stands for, without taking the text apart. Source: `matchPatternRegex` of groq-js,
 * where a dot stands for any character, too.
 */
function wholeWord(term: string): RegExp {
  const inWord = term.replace(/[.*]/g, (sign) =>
    sign === '*' ? `${wordCharacter}*` : wordCharacter,
  )
  return new RegExp(`(?<!${wordCharacter})(?=${wordCharacter})${inWord}(?!${wordCharacter})`, 'gi')
}
