import {describe, expect, test} from 'vitest'
import {stands} from '../../plugins/review-workflow/lake/places.ts'
import {isGoverned} from '../../plugins/review-workflow/policy/index.ts'
import {pathText, type Path} from '../../plugins/review-workflow/studio/reading/paths.ts'
import {quoteStands, wordsAt} from '../../plugins/review-workflow/studio/reading/quotes.ts'
import {starterContent} from '../support/starterContent.ts'

const pages = starterContent().filter(({_type}) => isGoverned(_type))

/** Every place in a value that the Studio could make a remark at. */
function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => {
      const key: unknown = typeof item === 'object' && item !== null && Reflect.get(item, '_key')
      return placesIn(item, [...path, typeof key === 'string' ? {_key: key} : index])
    })
  }
  if (typeof value !== 'object' || value === null) return [path]
  return [
    path,
    ...Object.entries(value).flatMap(([name, inner]) => placesIn(inner, [...path, name])),
  ]
}

describe.each(pages)('$_id', (page) => {
  const places = placesIn(page)

  test('has every place that the Studio comments on, and the words that it quotes there', () => {
    const missed = places.filter((path) => {
      const words = wordsAt(page, path).trim()
      const quotes = [
        '',
        words.slice(0, 500),
        words.slice(-30),
        words.replace(/\s+/g, ' ').slice(3, 40),
      ]
      return !quotes.every((quote) => stands(page, pathText(path), quote))
    })
    expect(missed.map(pathText)).toEqual([])
  })

  test('has no words in other places than the Studio finds them in', () => {
    const quotes = places
      .filter((_path, index) => index % 7 === 0)
      .map((path) => wordsAt(page, path).slice(0, 60))
    const sampled = places.filter((_path, index) => index % 5 === 0)
    for (const path of sampled) {
      for (const quote of quotes) {
        expect([pathText(path), quote, stands(page, pathText(path), quote)]).toEqual([
          pathText(path),
          quote,
          quoteStands(page, path, quote),
        ])
      }
    }
  })
})
