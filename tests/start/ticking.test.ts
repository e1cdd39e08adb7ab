import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {keepTime, tickEveryMs} from '../../scripts/ticking.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('the clock ticks at once, then at even distances, until it is stopped', () => {
  const tick = vi.fn(() => [])
  const stop = keepTime({tick})
  expect(tick).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(2 * tickEveryMs)
  expect(tick).toHaveBeenCalledTimes(3)
  stop()
  vi.advanceTimersByTime(2 * tickEveryMs)
  expect(tick).toHaveBeenCalledTimes(3)
})

test('a tick that fails is heard, and the clock goes on', () => {
  const heard = vi.spyOn(console, 'error').mockImplementation(() => {})
  const broken = new Error('the disk is full')
  const tick = vi.fn(() => {
    throw broken
  })
  const stop = keepTime({tick})
  vi.advanceTimersByTime(tickEveryMs)
  stop()
  expect(heard.mock.calls).toEqual(Array(2).fill(['the clock failed', broken]))
})
