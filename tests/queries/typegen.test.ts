import {execFile} from 'node:child_process'
import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {expect, test} from 'vitest'

const root = join(import.meta.dirname, '../..')
const file = join(root, 'sanity.types.ts')

test(
  'the committed types are those of the schemas and the queries',
  {timeout: 240_000},
  async () => {
    const committed = await readFile(file, 'utf8')
    try {
      await promisify(execFile)('npm', ['run', '--silent', 'typegen'], {cwd: root})
      expect(await readFile(file, 'utf8')).toEqual(committed)
    } finally {
      await writeFile(file, committed)
    }
  },
)
