import {join} from 'node:path'
import {type Accounts, openAccounts} from './accounts/accounts.ts'
import {type TickOutcome} from './clockWork.ts'
import {datasetFolder} from './datasets/folder.ts'
import {type Datasets, openDatasets} from './datasets/datasets.ts'
import {makeFolder} from './store/folder.ts'
import {type Directory, type Extension} from './guard.ts'
import {Hooks} from './hooks/hooks.ts'
import {lockFolder} from './store/lock.ts'

export {type AclMode, type DatasetInfo, servedDataset} from './datasets/folder.ts'

export interface LakeOptions {
  /** The data folder; made when missing. */
  readonly dir: string
  readonly now: () => Date
  readonly newId: () => string
  readonly extension: Extension
  /** One line for each failure of ours in what the lake does by itself. */
  readonly log?: (line: string) => void
}

export interface LakeTickOutcome extends TickOutcome {
  readonly dataset: string
}

export interface Lake extends Datasets {
  readonly dir: string
  readonly accounts: Accounts
  readonly extension: Extension
  readonly hooks: Hooks
  /** The server's clock, ISO 8601 UTC. */
  now(): string
  /** Does what has come due, in every dataset. */
  tick(): readonly LakeTickOutcome[]
  /** The same piece by piece. Null: others may have their turn. */
  ticking(): Iterable<LakeTickOutcome | null>
  close(): Promise<void>
}

/** Opens a data folder for this process alone. There is no lake without guards: `extension` has no default. */
export async function openLake(options: LakeOptions): Promise<Lake> {
  const {dir, now, newId, extension, log = (line: string) => console.error(line)} = options
  makeFolder(dir)
  const unlock = lockFolder(dir)
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
    const hooks = new Hooks({file: join(dir, 'hooks.sqlite'), now, newId})
    const datasets = openDatasets(datasetFolder(dir), {
      now,
      newId,
      extension,
      directory,
      verifyPassword: (userId, password) => accounts.verifyPassword(userId, password),
      opened: (dataset) => hooks.watch(dataset),
      deleted: (name) => hooks.forget(name),
      log,
    })
    return {
      ...datasets,
      dir,
      accounts,
      extension,
      hooks,
      now: () => now().toISOString(),
      tick: () => [...ticking(datasets)].filter((outcome) => outcome !== null),
      ticking: () => ticking(datasets),
      async close() {
        await datasets.close()
        hooks.close()
        accounts.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

function* ticking(datasets: Datasets): Generator<LakeTickOutcome | null> {
  for (const {name} of datasets.datasets()) {
    for (const outcome of datasets.dataset(name).ticking())
      yield outcome && {...outcome, dataset: name}
  }
}
