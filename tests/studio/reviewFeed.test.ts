import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {reviewFeed} from '../../plugins/review-workflow/studio/reviewFeed.ts'
import {type ReviewRead} from '../../plugins/review-workflow/studio/reads.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const answer = (digest: string) => ({digest}) as ReviewRead

test('many who want the same revision ask the server once', async () => {
  const read = vi.fn(() => Promise.resolve(answer('d1')))
  const feed = reviewFeed(read)
  feed.want('r1')
  feed.want('r1')
  await vi.runAllTimersAsync()
  expect(read).toHaveBeenCalledTimes(1)
  expect(feed.current()).toEqual({status: 'ready', read: answer('d1'), fresh: true})
})

test('an answer stays on show, marked as old, while the next is on its way', async () => {
  const read = vi.fn(() => Promise.resolve(answer('d1')))
  const feed = reviewFeed(read)
  feed.want('r1')
  await vi.runAllTimersAsync()
  feed.want('r2')
  expect(feed.current()).toEqual({status: 'ready', read: answer('d1'), fresh: false})
  await vi.runAllTimersAsync()
  expect(feed.current()).toEqual({status: 'ready', read: answer('d1'), fresh: true})
})

test('typing asks once, after the pause', async () => {
  const read = vi.fn(() => Promise.resolve(answer('d1')))
  const feed = reviewFeed(read)
  feed.want('r1')
  await vi.runAllTimersAsync()
  for (const revision of ['r2', 'r3', 'r4']) feed.want(revision)
  await vi.runAllTimersAsync()
  expect(read).toHaveBeenCalledTimes(2)
})

test('a late answer about an earlier revision is dropped', async () => {
  const answers: ((read: ReviewRead) => void)[] = []
  const feed = reviewFeed(() => new Promise((resolve) => answers.push(resolve)))
  feed.want('r1')
  await vi.runAllTimersAsync()
  feed.want('r2')
  await vi.runAllTimersAsync()
  answers[1]?.(answer('new'))
  answers[0]?.(answer('old'))
  await vi.runAllTimersAsync()
  expect(feed.current()).toEqual({status: 'ready', read: answer('new'), fresh: true})
})

test('a read that fails is shown as failed, and a refresh asks again', async () => {
  const read = vi.fn<() => Promise<ReviewRead>>().mockRejectedValueOnce(new Error('offline'))
  read.mockResolvedValue(answer('d1'))
  const feed = reviewFeed(read)
  feed.want('r1')
  await vi.runAllTimersAsync()
  expect(feed.current()).toEqual({status: 'failed', message: 'Error: offline'})
  feed.refresh()
  await vi.runAllTimersAsync()
  expect(feed.current()).toEqual({status: 'ready', read: answer('d1'), fresh: true})
})

test('what it rests on is watched once while anybody looks, and asked for anew by the next who does', async () => {
  const read = vi.fn(() => Promise.resolve(answer('d1')))
  const stop = vi.fn()
  const watch = vi.fn((want: (revision: string) => void) => {
    want('r1')
    return stop
  })
  const feed = reviewFeed(read, watch)
  const leave = [feed.subscribe(() => undefined), feed.subscribe(() => undefined)]
  await vi.runAllTimersAsync()
  expect([watch, read, stop].map(({mock}) => mock.calls.length)).toEqual([1, 1, 0])
  for (const each of leave) each()
  expect(stop).toHaveBeenCalledTimes(1)
  feed.subscribe(() => undefined)
  await vi.runAllTimersAsync()
  expect([watch, read].map(({mock}) => mock.calls.length)).toEqual([2, 2])
})
