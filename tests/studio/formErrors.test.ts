import {expect, test} from 'vitest'
import {formErrors} from '../../plugins/review-workflow/studio/formErrors.ts'

const marker = (level: 'error' | 'warning' | 'info') => ({level, message: level, path: []})
const found = {
  validation: [marker('error'), marker('warning'), marker('error'), marker('info')],
  isValidating: false,
  revision: 'r1',
}
const draft = {_rev: 'r1'}

test('errors of the form count, what it only remarks on does not', () => {
  expect(formErrors(found, {ready: true, draft})).toEqual({checking: false, count: 2})
})

test.each([
  ['it is looking', {...found, isValidating: true}, {ready: true, draft}],
  ['it has looked at earlier words', found, {ready: true, draft: {_rev: 'r2'}}],
  ['the draft has not arrived', found, {ready: false, draft: null}],
])('nothing is known for sure while %s', (_, status, state) => {
  expect(formErrors(status, state).checking).toBe(true)
})

test('without a draft there is nothing to put right', () => {
  expect(formErrors(found, {ready: true, draft: null})).toEqual({checking: false, count: 0})
})
