import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {latestOnly} from '../../plugins/review-workflow/studio/tool/latestOnly.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function asking() {
  const heard: string[] = []
  const open: ((answer: string) => void)[] = []
  const feed = latestOnly(
    () => new Promise<string>((resolve) => open.push(resolve)),
    (answer) => heard.push(answer),
    (error) => heard.push(String(error)),
    () => undefined,
    1000,
  )
  return {feed, heard, open}
}

test('only the answer to the latest question is heard', async () => {
  const {feed, heard, open} = asking()
  feed.ask()
  feed.ask()
  open[1]?.('new')
  open[0]?.('old')
  await vi.runAllTimersAsync()
  expect(heard).toEqual(['new'])
})

test('however many reasons there are to ask soon, it asks once after the pause', async () => {
  const {feed, open} = asking()
  feed.askSoon()
  feed.askSoon()
  await vi.advanceTimersByTimeAsync(999)
  feed.askSoon()
  expect(open.length).toBe(0)
  await vi.advanceTimersByTimeAsync(1)
  expect(open.length).toBe(1)
  feed.askSoon()
  await vi.advanceTimersByTimeAsync(1000)
  expect(open.length).toBe(2)
})

test('after it has stopped nothing is asked and nothing is heard', async () => {
  const {feed, heard, open} = asking()
  feed.ask()
  feed.askSoon()
  feed.stop()
  open[0]?.('late')
  await vi.advanceTimersByTimeAsync(5000)
  expect(open.length).toBe(1)
  expect(heard).toEqual([])
})
