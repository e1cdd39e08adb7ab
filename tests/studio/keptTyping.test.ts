import {expect, test} from 'vitest'
import {keptTyping} from '../../plugins/review-workflow/studio/keptTyping.ts'

test('what was typed is there again until it is sent', () => {
  expect(keptTyping.get('refuse page', '')).toBe('')
  keptTyping.keep('refuse page', 'It promises a cure.')
  expect(keptTyping.get('refuse page', '')).toBe('It promises a cure.')
  expect(keptTyping.get('refuse another', '')).toBe('')
  keptTyping.forget('refuse page')
  expect(keptTyping.get('refuse page', '')).toBe('')
})
