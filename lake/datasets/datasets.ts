import {type CopyJob, type CopyJobs, copyJobs} from './copyJobs.ts'
import {Dataset, type DatasetOptions} from '../dataset.ts'
import {
  type AclMode,
  checkedDataset,
  type DatasetFolder,
  type DatasetInfo,
  isAddOn,
  type NewDataset,
  servedDataset,
} from './folder.ts'
import {LakeError} from '../errors.ts'

export interface CopyRequest {
  readonly source: string
  readonly target: string
  readonly skipHistory: boolean
  readonly skipReleases: boolean
}

export interface Datasets {
  datasets(): readonly DatasetInfo[]
  /** @throws LakeError alreadyExists, malformedRequest */
  createDataset(wanted: NewDataset): Dataset
  /** @throws LakeError notFound */
  dataset(name: string): Dataset
  /**
   * Opens a dataset to those without a token, or closes it.
   * @throws LakeError notFound, unsupported
   */
  setAclMode(name: string, aclMode: AclMode): Promise<void>
  /**
   * Begins to copy a dataset with its history, record and assets. The copy of a governed one is governed, and private
   * until somebody opens it.
   * @throws LakeError notFound, alreadyExists, malformedRequest, unsupported
   */
  copyDataset(request: CopyRequest): CopyJob
  readonly copies: Pick<CopyJobs, 'list' | 'find' | 'follow'>
  /**
   * For good, with everything in it.
   * @throws LakeError notFound; unsupported, of the dataset that readers are served from
   */
  deleteDataset(name: string): Promise<void>
}

/** What all datasets of a lake have in common. */
export interface Surroundings extends Omit<
  DatasetOptions,
  'name' | 'policy' | 'file' | 'assetsDir' | 'isClosed'
> {
  /** Hears of each dataset that is there from now on. */
  readonly opened: (dataset: Dataset) => void
  readonly deleted: (name: string) => void
}

/** Opens everything that the folder holds, and keeps it. */
export function openDatasets(
  folder: DatasetFolder,
  surroundings: Surroundings,
): Datasets & {close(): Promise<void>} {
  const {now, newId, extension} = surroundings
  const open = new Map<string, {readonly info: DatasetInfo; readonly dataset: Dataset}>()
  const copies = copyJobs(folder, now)

  function attach(info: DatasetInfo): Dataset {
    const {name, policy} = info
    const dataset = new Dataset({
      ...surroundings,
      name,
      policy,
      file: folder.fileOf(name),
      assetsDir: folder.assetsOf(name),
      extension: {
        ...extension,
        roles: (policy === 'open' ? extension.openRoles : null) ?? extension.roles,
      },
      isClosed: () => open.get(name)?.info.aclMode !== 'public',
    })
    open.set(name, {info, dataset})
    // Before anybody is served from it.
    dataset.serving.judge()
    surroundings.opened(dataset)
    return dataset
  }

  function found(name: string) {
    const entry = open.get(name)
    if (entry !== undefined) return entry
    throw new LakeError('notFound', `There is no dataset named "${name.slice(0, 80)}".`)
  }

  function checkFree(name: string): void {
    if (open.has(name) || folder.has(name) || copies.isMaking(name)) {
      throw new LakeError('alreadyExists', `There is a dataset named "${name}" already.`)
    }
  }

  const datasets = {
    datasets: () => [...open.values()].map(({info}) => info),
    createDataset(wanted: NewDataset) {
      const info = {...checkedDataset(wanted), createdAt: now().toISOString()}
      checkFree(info.name)
      folder.create(info)
      return attach(info)
    },
    dataset: (name: string) => found(name).dataset,
    async setAclMode(name: string, aclMode: AclMode) {
      const {info, dataset} = found(name)
      if (isAddOn(name) && aclMode === 'public') {
        throw new LakeError('unsupported', 'A dataset of comments and tasks can only be private.')
      }
      if (aclMode === 'public' && info.policy === 'reviewed' && folder.isCopy(name)) {
        throw new LakeError(
          'unsupported',
          'A copy of a governed dataset stays private: what is taken back in the one does not reach the other.',
        )
      }
      folder.setAclMode(name, aclMode)
      open.set(name, {info: {...info, aclMode}, dataset})
      await dataset.judgeAnew()
    },
    copies,
    copyDataset({source, target, skipHistory, skipReleases}: CopyRequest) {
      const {info} = found(source)
      const governed = info.policy === 'reviewed'
      if (governed && (skipHistory || skipReleases)) {
        throw new LakeError(
          'unsupported',
          'A governed dataset is copied whole: its sign-offs rest on who wrote what, and when.',
        )
      }
      const aclMode = governed ? 'private' : info.aclMode
      const wanted = checkedDataset({name: target, policy: info.policy, aclMode})
      checkFree(target)
      const made = {...wanted, createdAt: now().toISOString()}
      return copies.start(
        {
          id: newId(),
          sourceDataset: source,
          targetDataset: target,
          withHistory: !skipHistory,
          createdAt: made.createdAt,
        },
        {
          from: folder.fileOf(source),
          to: folder.partOf(target),
          source,
          target,
          aclMode: made.aclMode,
          createdAt: made.createdAt,
          skipHistory,
          skipReleases,
        },
        () => void attach(made).serving.settle(),
      )
    },
    async deleteDataset(name: string) {
      const {dataset} = found(name)
      if (name === servedDataset) {
        throw new LakeError('unsupported', `"${name}" serves readers and cannot be deleted.`)
      }
      open.delete(name)
      surroundings.deleted(name)
      await dataset.close()
      folder.remove(name)
    },
    async close() {
      await copies.settled()
      for (const {dataset} of open.values()) await dataset.close()
    },
  }
  try {
    for (const info of folder.stored()) attach(info)
  } catch (error) {
    void datasets.close()
    throw error
  }
  return datasets
}
