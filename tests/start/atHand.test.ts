import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test, vi} from 'vitest'
import {atHand} from '../../scripts/atHand.ts'

const dir = mkdtempSync(join(tmpdir(), 'at-hand-'))
const file = (name: string, bytes: number) => {
  writeFileSync(join(dir, name), new Uint8Array(bytes))
  return join(dir, name)
}
afterAll(() => rmSync(dir, {recursive: true}))

test('files are read to their ends, some at a time, for as long as that is wanted', async () => {
  const files = [file('a', 2_500_000), file('b', 10)]
  const asked = vi.fn(() => false)
  await atHand(files, asked)
  expect(asked).toHaveBeenCalledTimes(4 + 2)
  const over = vi.fn(() => true)
  await atHand(files, over)
  expect(over).toHaveBeenCalledTimes(2)
})

test('what there is no room for is left alone', async () => {
  vi.spyOn(process, 'availableMemory').mockReturnValue(4_000_000)
  const asked = vi.fn(() => false)
  await atHand([file('large', 2_100_000), file('small', 1000)], asked)
  expect(asked).toHaveBeenCalledTimes(2)
})
