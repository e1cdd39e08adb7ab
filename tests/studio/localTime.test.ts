import {expect, test} from 'vitest'
import {instantOf, localTimeOf} from '../../plugins/review-workflow/studio/actions/localTime.ts'

test('a local time and its instant are the same moment', () => {
  const moment = new Date(2026, 11, 3, 9, 5)
  expect(localTimeOf(moment)).toBe('2026-12-03T09:05')
  expect(instantOf('2026-12-03T09:05')).toBe(moment.toISOString())
})

test.each(['', '2026-12-03', 'soon', '2026-13-45T99:99'])('“%s” is no moment', (text) => {
  expect(instantOf(text)).toBe(null)
})
