import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {readSource} from '../../plugins/review-workflow/studio/tool/readSource.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function asked() {
  const open: {answer: (text: string) => void; fail: (error: unknown) => void}[] = []
  const watch = {changed: () => {}, stops: 0}
  const shared = readSource(
    () => new Promise<string>((answer, fail) => open.push({answer, fail})),
    (changed) => {
      watch.changed = changed
      return () => void (watch.stops += 1)
    },
  )
  return {shared, open, watch}
}

test('however many look, it is asked once, and all hear the answer', async () => {
  const {shared, open} = asked()
  const [one, two] = [vi.fn(), vi.fn()]
  shared.subscribe(one)
  shared.subscribe(two)
  expect([open.length, shared.current()]).toEqual([1, {status: 'loading', busy: true}])
  open[0]?.answer('the policy')
  await vi.runAllTimersAsync()
  expect(shared.current()).toEqual({status: 'ready', read: 'the policy', busy: false})
  for (const listener of [one, two]) expect(listener).toHaveBeenCalled()
})

test('it is asked again when something changes, after a pause, and at once by whoever wants to know', async () => {
  const {shared, open, watch} = asked()
  shared.subscribe(() => {})
  open[0]?.answer('first')
  await vi.runAllTimersAsync()
  watch.changed()
  watch.changed()
  await vi.advanceTimersByTimeAsync(2999)
  expect(open.length).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  expect([open.length, shared.current()]).toEqual([2, {status: 'ready', read: 'first', busy: true}])
  shared.refresh()
  open[2]?.fail(new Error('gone'))
  open[1]?.answer('second')
  await vi.runAllTimersAsync()
  expect(shared.current()).toEqual({status: 'failed', message: 'gone', busy: false})
})

test('when nobody looks any more it stops, and who looks next waits for a fresh answer', async () => {
  const {shared, open, watch} = asked()
  const leave = shared.subscribe(() => {})
  open[0]?.answer('old')
  await vi.runAllTimersAsync()
  leave()
  shared.refresh()
  expect([open.length, watch.stops]).toEqual([1, 1])
  shared.subscribe(() => {})
  expect([open.length, shared.current()]).toEqual([2, {status: 'loading', busy: true}])
})
