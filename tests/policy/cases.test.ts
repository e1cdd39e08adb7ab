import {describe, expect, test} from 'vitest'
import {decide} from '../../plugins/review-workflow/policy/index.ts'
import {cases} from './cases/index.ts'

describe.each(Object.entries(cases))('%s', (_idea, {allowed, refused}) => {
  describe('allowed', () => {
    test.each(allowed)('%s', (_name, given, command, decision) => {
      expect(decide(given, command)).toEqual(decision)
    })
  })

  describe('refused', () => {
    test.each(refused)('%s', (_name, given, command, denials) => {
      expect(decide(given, command)).toEqual({allowed: false, denials})
    })
  })
})
