import {expect, test} from 'vitest'
import {watchRevisions} from '../../plugins/review-workflow/studio/revisions.ts'

/** Something that is watched, and told by hand. */
function watched<Value>() {
  const listeners = new Set<(value: Value) => void>()
  return {
    listeners,
    tell: (value: Value) => listeners.forEach((listener) => listener(value)),
    subscribe: (listener: (value: Value) => void) => {
      listeners.add(listener)
      return {unsubscribe: () => void listeners.delete(listener)}
    },
  }
}

interface Revised {
  readonly _rev: string
}

test('nothing is asked before words and review are known, then every difference is', () => {
  const words = watched<{ready: boolean; draft: Revised | null; published: Revised | null}>()
  const review = watched<Revised | undefined>()
  const progress = watched<Revised | undefined>()
  const told: string[] = []
  const stop = watchRevisions(words, [review, progress], (revisions) => told.push(revisions))

  words.tell({ready: false, draft: null, published: null})
  review.tell(undefined)
  progress.tell({_rev: 'p1'})
  expect(told).toEqual([])
  words.tell({ready: true, draft: {_rev: 'd1'}, published: null})
  expect(told).toEqual(['d1 - - p1'])
  progress.tell({_rev: 'p2'})
  words.tell({ready: true, draft: null, published: {_rev: 'd1'}})
  expect(told).toEqual(['d1 - - p1', 'd1 - - p2', '- d1 - p2'])

  stop()
  expect([words, review, progress].map(({listeners}) => listeners.size)).toEqual([0, 0, 0])
})
