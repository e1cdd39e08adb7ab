import {execFileSync} from 'node:child_process'
import {cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const sources = [
  'package.json',
  'tsconfig.json',
  'sanity.config.ts',
  'sanity.cli.ts',
  'schemas',
  'structure',
  'plugins',
  'queries',
]

/** Beside the project, so that what is committed is compared and never written. */
test('the generated types are those of the schema and the queries', {timeout: 180_000}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'typegen-'))
  try {
    for (const name of sources) cpSync(join(root, name), join(folder, name), {recursive: true})
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    const cli = join(root, 'node_modules', 'sanity', 'bin', 'sanity')
    for (const command of ['schema extract', 'typegen generate']) {
      execFileSync(process.execPath, [cli, ...command.split(' ')], {
        cwd: folder,
        env: {...process.env, DO_NOT_TRACK: '1'},
        stdio: 'pipe',
      })
    }
    const types = (where: string) => readFileSync(join(where, 'sanity.types.ts'), 'utf8')
    // Not the difference, which is as long as the file.
    expect(types(folder) === types(root) ? 'as committed' : 'run npm run typegen').toBe(
      'as committed',
    )
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
})
