import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {reviewActions} from '../plugins/review-workflow/lake/actions/index.ts'
import {denialSamples} from './support/denials.ts'

const architecture = readFileSync(join(import.meta.dirname, '..', 'ARCHITECTURE.md'), 'utf8')

test('every code of a refusal is listed', () => {
  const missing = Object.keys(denialSamples).filter((code) => !architecture.includes(`\`${code}\``))
  expect(missing).toEqual([])
})

test('every review action is shown by an example', () => {
  const missing = Object.keys(reviewActions).filter(
    (name) => !architecture.includes(`"actionType":"${name}"`),
  )
  expect(missing).toEqual([])
})
