import {describe, expect, test} from 'vitest'
import {LakeError} from '../../lake/errors.ts'
import {FairQueue} from '../../lake/query/fairQueue.ts'

function queueAt(clock: {ms: number}) {
  return new FairQueue<string>({
    mostForOne: 1,
    mostWaitingForOne: 3,
    mostWaiting: 5,
    lightMs: 500,
    now: () => clock.ms,
  })
}

describe('the queue of queries', () => {
  test('gives readers turns, however much one of them asks for', () => {
    const queue = queueAt({ms: 0})
    for (const work of ['a1', 'a2', 'a3']) queue.add('a', work)
    queue.add('b', 'b1')
    const order: string[] = []
    for (let next = queue.take(false); next !== null; next = queue.take(false)) {
      order.push(next.work)
      queue.done(next.reader, 10)
    }
    expect(order).toEqual(['a1', 'b1', 'a2', 'a3'])
  })

  test('lets whoever lately used least go first, and forgets in time', () => {
    const clock = {ms: 0}
    const queue = queueAt(clock)
    queue.add('a', 'a1')
    queue.take(false)
    queue.done('a', 3000)
    queue.add('a', 'a2')
    queue.add('b', 'b1')
    expect(queue.take(false)).toEqual({reader: 'b', work: 'b1'})
    queue.add('c', 'c1')
    expect(queue.hasWork(true)).toBe(true)
    expect(queue.take(true)).toEqual({reader: 'c', work: 'c1'})
    expect(queue.take(true)).toBe(null)
    clock.ms = 60_000
    expect(queue.take(true)).toEqual({reader: 'a', work: 'a2'})
  })

  test('works for one reader at a time', () => {
    const queue = queueAt({ms: 0})
    queue.add('a', 'a1')
    queue.add('a', 'a2')
    expect(queue.take(false)).toEqual({reader: 'a', work: 'a1'})
    expect(queue.hasWork(false)).toBe(false)
    expect(queue.take(false)).toBe(null)
    queue.done('a', 1)
    expect(queue.take(false)).toEqual({reader: 'a', work: 'a2'})
  })

  test('has an end, for one reader and for all', () => {
    const queue = queueAt({ms: 0})
    const refused = (reader: string) => {
      try {
        queue.add(reader, 'more')
        return null
      } catch (error) {
        return (error as LakeError).code
      }
    }
    expect([refused('a'), refused('a'), refused('a'), refused('a')]).toEqual([
      null,
      null,
      null,
      'tooManyRequests',
    ])
    expect([refused('b'), refused('b'), refused('b')]).toEqual([null, null, 'unavailable'])
    expect(queue.drain()).toHaveLength(5)
    expect(refused('a')).toBe(null)
  })
})
