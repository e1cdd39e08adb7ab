import {expect, test} from 'vitest'
import {keep, memoryKey, recall} from '../../plugins/review-workflow/studio/reading/openedMemory.ts'

function memory() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

const key = memoryKey('person-tess', 'page')

test('what was on screen is remembered for that reader and that page', () => {
  const window = memory()
  keep(window, key, ['digest title'])
  expect(recall(window, key)).toEqual(['digest title'])
  expect(recall(window, memoryKey('person-sam', 'page'))).toEqual([])
  expect(recall(window, memoryKey('person-tess', 'other'))).toEqual([])
})

test('what cannot be read is nothing', () => {
  const window = memory()
  window.setItem(key, 'not JSON')
  expect(recall(window, key)).toEqual([])
  window.setItem(key, '{"title": true}')
  expect(recall(window, key)).toEqual([])
})

test('a browser that keeps nothing is no obstacle', () => {
  const full = {
    ...memory(),
    setItem: () => {
      throw new Error('QuotaExceededError')
    },
  }
  keep(full, key, ['digest title'])
  keep(null, key, ['digest title'])
  expect([recall(full, key), recall(null, key)]).toEqual([[], []])
})
