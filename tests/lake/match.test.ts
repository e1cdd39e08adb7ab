import fc from 'fast-check'
import {evaluateSync, parse} from 'groq-js'
import {describe, expect, test} from 'vitest'
import {matchesTexts, matchScore} from '../../lake/groq/match.ts'

/** Letters in both sizes and of several lengths, what parts words, what does not, and what a pattern may have. */
const pieces = [
  ...[
    'a',
    'A',
    'b',
    'ab',
    'sleep',
    'Sleep',
    'é',
    'É',
    'ß',
    'ſ',
    'S',
    'K',
    '\u212a',
    'İ',
    'ı',
    'σ',
    'ς',
  ],
  ...['.', '..', '-', "'", '_', '=', '*', '?', '!', '(', '"', '\\', '~', '`', '\0', '\ud83d', '😴'],
  ...[' ', '  ', '\n', '\t', '\u2028', '\u00a0'],
]
const text = fc.array(fc.constantFrom(...pieces), {maxLength: 24}).map((some) => some.join(''))
const pattern = fc.array(fc.constantFrom(...pieces), {maxLength: 6}).map((some) => some.join(''))

describe('words are found as groq-js finds them', () => {
  test('whether there are all', () => {
    fc.assert(
      fc.property(
        fc.array(text, {maxLength: 4}),
        fc.array(pattern, {maxLength: 3}),
        (texts, patterns) => {
          const given = parse('$texts match $patterns', {params: {texts, patterns}})
          const expected: unknown = evaluateSync(given, {params: {texts, patterns}}).data
          expect(matchesTexts(texts, patterns)).toBe(expected)
        },
      ),
      {numRuns: 2000},
    )
  })

  test('and how often', () => {
    fc.assert(
      fc.property(text, pattern, (some, words) => {
        const dataset = [{_id: 'a', some}]
        const given = parse('* | score(some match $words)', {params: {words}})
        const [scored] = evaluateSync(given, {dataset, params: {words}}).data as {_score: number}[]
        expect(matchScore([some], words)).toBe(scored?._score)
      }),
      {numRuns: 2000},
    )
  })
})
