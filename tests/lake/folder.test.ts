import {mkdtempSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {makeFolder} from '../../lake/store/folder.ts'

test('a folder and those above it are made for this user alone', () => {
  const dir = mkdtempSync(join(tmpdir(), 'folder-'))
  makeFolder(join(dir, 'a', 'b'))
  makeFolder(join(dir, 'a', 'b'))
  expect(['a', 'a/b'].map((path) => statSync(join(dir, path)).mode & 0o777)).toEqual([0o700, 0o700])
  rmSync(dir, {recursive: true})
})

test.runIf(process.platform === 'linux')('where none can be made, a sentence says so', () => {
  expect(() => makeFolder('/proc/lake/datasets')).toThrow(
    'No folder can be made at /proc/lake: /proc does not take any. Choose another place.',
  )
})
