import {expect, test} from 'vitest'
import {dayInWords} from '../../schemas/dayInWords.ts'

test.each([
  ['2029-01-15', 'Jan 15, 2029'],
  ['2029-01-15T23:59:00.000Z', 'Jan 15, 2029'],
  ['soon', 'soon'],
])('previews write %s as %s', (value, words) => {
  expect(dayInWords(value)).toBe(words)
})
