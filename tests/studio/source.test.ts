import {expect, test, vi} from 'vitest'
import {source} from '../../plugins/review-workflow/studio/source.ts'

test('it starts with the first who looks and stops with the last', () => {
  const stop = vi.fn()
  let show: (value: string) => void = () => undefined
  const start = vi.fn((shown: (value: string) => void) => {
    show = shown
    return stop
  })
  const listener = vi.fn()
  const words = source('nothing', start)
  const leave = words.subscribe(listener)
  const leaveToo = words.subscribe(() => undefined)
  show('something')
  expect(words.current()).toBe('something')
  expect(listener).toHaveBeenCalledTimes(1)
  leave()
  expect(stop).not.toHaveBeenCalled()
  leaveToo()
  expect({started: start.mock.calls.length, stopped: stop.mock.calls.length}).toEqual({
    started: 1,
    stopped: 1,
  })
  words.subscribe(listener)
  expect(start).toHaveBeenCalledTimes(2)
})
