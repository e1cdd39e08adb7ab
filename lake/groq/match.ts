import {patternTerms, tokens} from '../index/words.ts'

/** `match`, and how well it does. Source: `match` and `evaluateMatchScore` of groq-js. */
export function matchesText(text: unknown, pattern: unknown): boolean {
  const words = gathered(text, tokens)
  const terms = gathered(pattern, expressionsOf)
  if (!terms.success || words.parts.length === 0 || terms.parts.length === 0) return false
  return terms.parts.every((term) => words.parts.some((word) => term.test(word)))
}

/** The same of texts that come one by one: those after the last word that is missing are not looked at. */
export function matchesSome(texts: Iterable<unknown>, pattern: unknown): boolean {
  const terms = gathered(pattern, expressionsOf)
  let missing = terms.parts
  if (!terms.success || missing.length === 0) return false
  for (const text of texts) {
    if (typeof text !== 'string') continue
    const words = tokens(text)
    missing = missing.filter((term) => !words.some((word) => term.test(word)))
    if (missing.length === 0) return true
  }
  return false
}

export function matchScore(text: unknown, pattern: unknown): number {
  return scoreOfSome(Array.isArray(text) ? text : [text], pattern)
}

/** The same of texts that come one by one. */
export function scoreOfSome(texts: Iterable<unknown>, pattern: unknown): number {
  const terms = gathered(pattern, expressionsOf)
  if (!terms.success) return 0
  const counts = terms.parts.map((term) => ({term, frequency: 0}))
  for (const text of texts) {
    if (typeof text !== 'string') continue
    for (const word of tokens(text))
      for (const count of counts) if (count.term.test(word)) count.frequency += 1
  }
  return counts.reduce((sum, {frequency}) => sum + (frequency * 2.2) / (frequency + 1.2), 0)
}

function gathered<Part>(
  value: unknown,
  partsOf: (text: string) => readonly Part[],
): {readonly parts: readonly Part[]; readonly success: boolean} {
  if (typeof value === 'string') return {parts: partsOf(value), success: true}
  if (!Array.isArray(value)) return {parts: [], success: false}
  return {
    parts: value.flatMap((item: unknown) => (typeof item === 'string' ? partsOf(item) : [])),
    success: value.every((item) => typeof item === 'string'),
  }
}

const remembered = 200
const expressions = new Map<string, readonly RegExp[]>()

function expressionsOf(pattern: string): readonly RegExp[] {
  const known = expressions.get(pattern)
  if (known !== undefined) return known
  const made = patternTerms(pattern).map(
    (term) => new RegExp(`^${term.replace(/\*/g, '.*')}$`, 'i'),
  )
  if (expressions.size >= remembered) expressions.clear()
  expressions.set(pattern, made)
  return made
}
