import {execFile} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {describe, expect, inject, test} from 'vitest'
import {siteDir} from '../../scripts/siteBuild.ts'

const root = join(import.meta.dirname, '..', '..')
const manifest = JSON.parse(readFileSync(join(siteDir, 'package.json'), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>
}

test('the example site names exact versions, and no registry', () => {
  const loose = Object.values(manifest.dependencies).filter(
    (version) => !/^\d+\.\d+\.\d+$/.test(version),
  )
  const lock = readFileSync(join(siteDir, 'package-lock.json'), 'utf8')
  expect([loose, lock.includes('"resolved"')]).toEqual([[], false])
})

describe.skipIf(!inject('siteIsBuilt'))('with its dependencies', () => {
  test('the example site fits the types of queries and packages', async () => {
    const tsc = join(root, 'node_modules', '.bin', 'tsc')
    const {stdout} = await promisify(execFile)(tsc, ['--noEmit', '-p', siteDir]).catch(
      (error: {stdout: string}) => error,
    )
    expect(stdout).toBe('')
  })
})
