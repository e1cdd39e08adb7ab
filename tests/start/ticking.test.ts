import {setImmediate} from 'node:timers/promises'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {keepTime, tickEveryMs} from '../../scripts/ticking.ts'

beforeEach(() => {
  vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']})
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('the clock ticks at once, then at even distances, until it is stopped', async () => {
  const ticking = vi.fn(() => [])
  const stop = keepTime({ticking})
  expect(ticking).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(2 * tickEveryMs)
  expect(ticking).toHaveBeenCalledTimes(3)
  stop()
  await vi.advanceTimersByTimeAsync(2 * tickEveryMs)
  expect(ticking).toHaveBeenCalledTimes(3)
})

test('a tick that takes long lets others have their turn, and ends where it is stopped', async () => {
  const done: string[] = []
  const ticking = function* () {
    for (const piece of ['first', 'second', 'third']) {
      done.push(piece)
      yield null
    }
  }
  const stop = keepTime({ticking})
  expect(done).toEqual(['first'])
  await setImmediate()
  expect(done).toEqual(['first', 'second'])
  stop()
  await setImmediate()
  await setImmediate()
  expect(done).toEqual(['first', 'second'])
})

test('a tick that fails is heard, and the clock goes on', async () => {
  const heard = vi.spyOn(console, 'error').mockImplementation(() => {})
  const broken = new Error('the disk is full')
  const ticking = vi.fn(() => {
    throw broken
  })
  const stop = keepTime({ticking})
  await vi.advanceTimersByTimeAsync(tickEveryMs)
  stop()
  expect(heard.mock.calls).toEqual(Array(2).fill(['the clock failed', broken]))
})
