import {constants, existsSync, writeFileSync} from 'node:fs'
import {cp} from 'node:fs/promises'
import {join} from 'node:path'
import {LakeError} from '../lake/errors.ts'
import {makeFolder} from '../lake/store/folder.ts'
import {type LedgerHead} from '../lake/guard.ts'
import {type Lake} from '../lake/lake.ts'

/** Written last, so that a backup that was cut short can be told from a whole one. */
export const manifestName = 'backup.json'
export const manifestVersion = 1

export interface Manifest {
  readonly version: number
  readonly madeAt: string
  /** The ledger of each dataset, as it stood. */
  readonly heads: {readonly [dataset: string]: LedgerHead | null}
}

/** What a backup carries besides the datasets' files and `assets`. */
export const accountsFile = 'accounts.sqlite'
export const hooksFile = 'hooks.sqlite'
/** Of an asset folder: neither what has not yet arrived nor what can be made again. */
const assetKinds = ['images', 'files']

/** Copies a lake that others may be using: datasets, accounts, and the bytes of assets. */
export async function backUp(
  lake: Lake,
  folder: string,
  say: (doing: string) => void,
): Promise<Manifest> {
  if (existsSync(folder)) {
    throw new LakeError('alreadyExists', `${folder} exists already; a backup makes a new folder.`)
  }
  makeFolder(join(folder, 'datasets'))
  const names = lake.datasets().map(({name}) => name)
  const heads: {[dataset: string]: LedgerHead | null} = {}
  // No commit comes between any two of these: accounts and datasets are of one moment.
  for (const name of names) {
    const {store} = lake.dataset(name)
    heads[name] = store.ledgerHead()
    store.backup(join(folder, 'datasets', `${name}.sqlite`))
  }
  lake.accounts.backup(join(folder, accountsFile))
  lake.hooks.backup(join(folder, hooksFile))
  // Bytes of assets never change, so those that have come since do no harm.
  for (const name of names) {
    for (const kind of assetKinds) {
      say(`${kind} of ${name}`)
      await copied(join(lake.dataset(name).assetsDir, kind), join(folder, 'assets', name, kind))
    }
  }
  const manifest = {version: manifestVersion, madeAt: lake.now(), heads}
  writeFileSync(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, {mode: 0o600})
  return manifest
}

/** Does nothing when there is nothing. */
export async function copied(from: string, to: string): Promise<void> {
  if (!existsSync(from)) return
  await cp(from, to, {recursive: true, mode: constants.COPYFILE_FICLONE})
}
