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
]

/** Beside the project, so that what is committed is compared and never written. */
test('the generated types are those of the schema', {timeout: 180_000}, () => {
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
    const generated = readFileSync(join(folder, 'sanity.types.ts'), 'utf8')
    expect(generated).toBe(readFileSync(join(root, 'sanity.types.ts'), 'utf8'))
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
})
