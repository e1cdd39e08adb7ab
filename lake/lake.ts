import {existsSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {type Accounts, openAccounts} from './accounts.ts'
import {type TickOutcome} from './clockWork.ts'
import {Dataset, type DatasetPolicy} from './dataset.ts'
import {LakeError} from './errors.ts'
import {makeFolder} from './folder.ts'
import {type Directory, type Extension} from './guard.ts'
import {lockFolder} from './lock.ts'
import {openStore} from './store.ts'

export interface LakeOptions {
  /** The data folder; made when missing. */
  readonly dir: string
  readonly now: () => Date
  readonly newId: () => string
  readonly extension: Extension
  /** One line for each failure of ours in what the lake does by itself. */
  readonly log?: (line: string) => void
}

export interface DatasetInfo {
  readonly name: string
  readonly policy: DatasetPolicy
  /** `private`: nothing in it is readable without a token. */
  readonly aclMode: 'public' | 'private'
}

export interface LakeTickOutcome extends TickOutcome {
  readonly dataset: string
}

export interface Lake {
  readonly dir: string
  readonly accounts: Accounts
  readonly extension: Extension
  /** The server's clock, ISO 8601 UTC. */
  now(): string
  datasets(): readonly DatasetInfo[]
  /** @throws LakeError alreadyExists, malformedRequest */
  createDataset(info: DatasetInfo): Dataset
  /** @throws LakeError notFound */
  dataset(name: string): Dataset
  /** Does what has come due, in every dataset. */
  tick(): readonly LakeTickOutcome[]
  close(): Promise<void>
}

/** The dataset that readers are served from: always governed. */
export const servedDataset = 'production'
/** Source: Sanity's dataset name rules. */
const datasetName = /^(~?[a-z0-9][-_a-z0-9]{0,63})$/
const extensionName = '.sqlite'
/** Of the dataset beside a dataset that holds its comments and tasks. Source: Sanity's add-on datasets. */
const addOnSuffix = '-comments'

/** Opens a data folder for this process alone. There is no lake without guards: `extension` has no default. */
export async function openLake(options: LakeOptions): Promise<Lake> {
  const {dir, now, newId, extension, log = (line: string) => console.error(line)} = options
  const folder = join(dir, 'datasets')
  makeFolder(folder)
  const unlock = lockFolder(dir)
  const open = new Map<string, {info: DatasetInfo; dataset: Dataset}>()
  try {
    const accounts = openAccounts({
      file: join(dir, 'accounts.sqlite'),
      now,
      newId,
      roles: extension.roles,
    })

    const directory: Directory = {
      personOf: (userId) => accounts.personOf(userId),
      people: () => accounts.people(),
      actorOf: (userId) => accounts.actorOf(userId),
    }

    const attach = (info: DatasetInfo): Dataset => {
      const house = info.aclMode === 'private' ? {...extension, isPrivate: () => true} : extension
      const dataset = new Dataset({
        name: info.name,
        policy: info.policy,
        file: join(folder, info.name + extensionName),
        assetsDir: join(dir, 'assets', info.name),
        now,
        newId,
        extension: house,
        directory,
        verifyPassword: (userId, password) => accounts.verifyPassword(userId, password),
        log,
      })
      open.set(info.name, {info, dataset})
      // Before anybody is served from it.
      dataset.verify()
      return dataset
    }

    for (const info of storedDatasets(folder)) attach(info)

    return {
      dir,
      accounts,
      extension,
      now: () => now().toISOString(),
      datasets: () => [...open.values()].map(({info}) => info),
      createDataset(wanted) {
        checkInfo(wanted)
        // What people say about drafts is as private as the drafts.
        const info = wanted.name.endsWith(addOnSuffix)
          ? ({...wanted, aclMode: 'private'} as const)
          : wanted
        if (open.has(info.name) || existsSync(join(folder, info.name + extensionName))) {
          throw new LakeError('alreadyExists', `There is a dataset named "${info.name}" already.`)
        }
        const store = openStore(join(folder, info.name + extensionName))
        store.transaction(() => {
          store.setMeta('policy', info.policy)
          store.setMeta('aclMode', info.aclMode)
        })
        store.close()
        return attach(info)
      },
      dataset(name) {
        const found = open.get(name)
        if (found !== undefined) return found.dataset
        throw new LakeError('notFound', `There is no dataset named "${name.slice(0, 80)}".`)
      },
      tick: () =>
        [...open.values()].flatMap(({info, dataset}) =>
          dataset.tick().map((outcome) => ({...outcome, dataset: info.name})),
        ),
      async close() {
        for (const {dataset} of open.values()) await dataset.close()
        accounts.close()
        unlock()
      },
    }
  } catch (error) {
    for (const {dataset} of open.values()) await dataset.close()
    unlock()
    throw error
  }
}

function checkInfo({name, policy}: DatasetInfo): void {
  if (!datasetName.test(name)) {
    throw new LakeError(
      'malformedRequest',
      `"${name.slice(0, 80)}" cannot be a dataset: use up to 64 lower-case letters, digits, "-" and "_", beginning with a letter or digit.`,
    )
  }
  if (name === servedDataset && policy !== 'reviewed') {
    throw new LakeError(
      'malformedRequest',
      `"${servedDataset}" serves readers, so its policy can only be "reviewed".`,
    )
  }
}

function storedDatasets(folder: string): readonly DatasetInfo[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(extensionName))
    .sort()
    .flatMap((file) => {
      const name = file.slice(0, -extensionName.length)
      const store = openStore(join(folder, file))
      const policy = store.meta('policy')
      const aclMode = store.meta('aclMode') === 'private' ? 'private' : 'public'
      store.close()
      // Whatever does not say that it is open is governed; an interrupted creation is governed and empty.
      const info = {name, policy: policy === 'open' ? 'open' : 'reviewed', aclMode} as const
      if (info.name === servedDataset && info.policy === 'open') {
        throw new LakeError(
          'unsupported',
          `"${servedDataset}" in this folder is an open dataset; it cannot be served.`,
        )
      }
      return [info]
    })
}
