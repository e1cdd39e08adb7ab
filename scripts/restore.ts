import {existsSync, readdirSync, readFileSync, renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {LakeError} from '../lake/errors.ts'
import {makeFolder} from '../lake/store/folder.ts'
import {type Lake} from '../lake/lake.ts'
import {
  accountsFile,
  copied,
  hooksFile,
  type Manifest,
  manifestName,
  manifestVersion,
} from './backup.ts'
import {type CommandOutput} from './command.ts'
import {verification} from './verification.ts'

export interface RestoreRequest {
  readonly backup: string
  /** The data folder; made when missing, refused when there is anything in it. */
  readonly dir: string
  readonly open: () => Promise<Lake>
  readonly say: (doing: string) => void
}

/** Within the data folder, so that what has arrived whole is put in place by renaming. */
const arrivals = 'restoring'
/** Datasets come last: a folder without them is not a lake. */
const parts = [accountsFile, hooksFile, 'assets', 'datasets']

/** Makes a data folder of a backup, and says what of it does not verify. */
export async function restore(request: RestoreRequest): Promise<CommandOutput> {
  const {backup, dir, open, say} = request
  const manifest = manifestOf(backup)
  await arrived(request)
  say('verifying')
  const lake = await open()
  try {
    const cutShort = Object.entries(manifest.heads).flatMap(([name, head]) => {
      const found = lake.datasets().some((info) => info.name === name)
        ? lake.dataset(name).store.ledgerHead()
        : null
      return found?.hash === head?.hash
        ? []
        : [`${name}: the ledger does not end where it did when the backup was made`]
    })
    const {problems, lines, json} = verification(lake, cutShort)
    const text = [
      `Restored the backup of ${manifest.madeAt} to ${dir}. Everybody has to sign in again.`,
      ...lines,
    ].join('\n')
    return {text, json: {...json, dir, madeAt: manifest.madeAt}, failed: problems.length > 0}
  } finally {
    await lake.close()
  }
}

function manifestOf(backup: string): Manifest {
  const file = join(backup, manifestName)
  if (!existsSync(file)) {
    throw new LakeError(
      'notFound',
      `${backup} is not a backup, or not a whole one: it has no ${manifestName}.`,
    )
  }
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  if (manifest.version === manifestVersion) return manifest
  throw new LakeError(
    'unsupported',
    `${backup} was made by a newer version. Update Restwell Studio first.`,
  )
}

async function arrived({backup, dir, say}: RestoreRequest): Promise<void> {
  makeFolder(dir)
  // What an earlier attempt left half way counts for nothing.
  rmSync(join(dir, arrivals), {recursive: true, force: true})
  if (readdirSync(dir).length > 0) {
    throw new LakeError(
      'alreadyExists',
      `${dir} is not empty. A backup is restored into a new folder: name it with --data.`,
    )
  }
  try {
    for (const part of parts) {
      say(`copying ${part}`)
      await copied(join(backup, part), join(dir, arrivals, part))
    }
    for (const part of parts) {
      if (existsSync(join(dir, arrivals, part)))
        renameSync(join(dir, arrivals, part), join(dir, part))
    }
  } finally {
    rmSync(join(dir, arrivals), {recursive: true, force: true})
  }
}
