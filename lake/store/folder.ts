import {existsSync, mkdirSync} from 'node:fs'
import {dirname} from 'node:path'
import {LakeError} from '../errors.ts'

/**
 * Makes a folder that only this user may read, and those above it. One by one: where nothing can be made, as below
 * /proc, Node's own way of making several goes round in circles.
 */
export function makeFolder(dir: string): void {
  if (existsSync(dir)) return
  const parent = dirname(dir)
  if (parent !== dir) makeFolder(parent)
  try {
    mkdirSync(dir, {mode: 0o700})
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOENT') throw error
    throw new LakeError(
      'unsupported',
      `No folder can be made at ${dir}: ${parent} does not take any. Choose another place.`,
    )
  }
}
