import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {join, relative} from 'node:path'

/** A fingerprint of files and folders by what is in them, so that only what changed is built again. */
export function inputsDigest(root: string, names: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of names.flatMap((name) => files(join(root, name)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function files(path: string): readonly string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  // A plugin's server face is in nothing that is built.
  const names = readdirSync(path).filter((name) => name !== 'lake')
  return names.sort().flatMap((name) => files(join(path, name)))
}
