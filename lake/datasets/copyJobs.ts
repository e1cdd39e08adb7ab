import {constants, existsSync, renameSync, rmSync} from 'node:fs'
import {cp} from 'node:fs/promises'
import {join} from 'node:path'
import {Worker} from 'node:worker_threads'
import {type DatasetFolder} from './folder.ts'

/** How far a copy has come. Kept until the server stops. */
export interface CopyJob {
  readonly id: string
  readonly sourceDataset: string
  readonly targetDataset: string
  readonly withHistory: boolean
  readonly state: 'pending' | 'completed' | 'failed'
  /** Per cent. */
  readonly progress: number
  readonly createdAt: string
  readonly updatedAt: string
  /** Why it failed. */
  readonly message?: string
}

/** What the copy of a dataset's file is to be. */
export interface CopyOrder {
  readonly from: string
  /** Must not exist. */
  readonly to: string
  readonly source: string
  readonly target: string
  readonly aclMode: 'public' | 'private'
  readonly createdAt: string
  readonly skipHistory: boolean
  readonly skipReleases: boolean
}

type NewJob = Pick<CopyJob, 'id' | 'sourceDataset' | 'targetDataset' | 'withHistory' | 'createdAt'>

export interface CopyJobs {
  /** Newest first. */
  list(): readonly CopyJob[]
  find(id: string): CopyJob | null
  /** Calls back with the job as it is and whenever it changes, until told to stop. */
  follow(id: string, tell: (job: CopyJob) => void): () => void
  /** Whether something of that name is being made. */
  isMaking(name: string): boolean
  start(job: NewJob, order: CopyOrder, attach: () => void): CopyJob
  /** Waits for copies that are being written. */
  settled(): Promise<void>
}

/** Of a folder of assets: neither what has not yet arrived nor what can be made again. */
const assetKinds = ['images', 'files']

/** Copies datasets, away from the thread that commits. */
export function copyJobs(folder: DatasetFolder, now: () => Date): CopyJobs {
  const jobs = new Map<string, CopyJob>()
  const followers = new Map<string, Set<(job: CopyJob) => void>>()
  const running = new Set<Promise<void>>()

  function change(id: string, news: Partial<CopyJob>): void {
    const job = {...(jobs.get(id) as CopyJob), ...news, updatedAt: now().toISOString()}
    jobs.set(id, job)
    for (const tell of followers.get(id) ?? []) tell(job)
  }

  async function copy(id: string, order: CopyOrder, attach: () => void): Promise<void> {
    const {source, target} = order
    try {
      await inThread(order)
      change(id, {progress: 50})
      for (const kind of assetKinds) {
        const from = join(folder.assetsOf(source), kind)
        if (existsSync(from)) {
          await cp(from, join(folder.assetsOf(target), kind), {
            recursive: true,
            mode: constants.COPYFILE_FICLONE,
          })
        }
      }
      // All of it or nothing: the file takes its name last.
      renameSync(order.to, folder.fileOf(target))
      attach()
      change(id, {state: 'completed', progress: 100})
    } catch (error) {
      rmSync(order.to, {force: true})
      folder.remove(target)
      change(id, {
        state: 'failed',
        message: error instanceof Error ? error.message : String(error),
      })
    }
  }

  return {
    list: () => [...jobs.values()].reverse(),
    find: (id) => jobs.get(id) ?? null,
    follow(id, tell) {
      const mine = followers.get(id) ?? new Set()
      followers.set(id, mine.add(tell))
      const job = jobs.get(id)
      if (job !== undefined) tell(job)
      return () => void mine.delete(tell)
    },
    isMaking: (name) =>
      [...jobs.values()].some((job) => job.state === 'pending' && job.targetDataset === name),
    start(begun, order, attach) {
      const job: CopyJob = {...begun, state: 'pending', progress: 0, updatedAt: begun.createdAt}
      jobs.set(job.id, job)
      const work = copy(job.id, order, attach).finally(() => running.delete(work))
      running.add(work)
      return job
    },
    settled: async () => void (await Promise.all(running)),
  }
}

function inThread(workerData: CopyOrder): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./copyWorker.ts', import.meta.url), {
      workerData,
      execArgv: [],
    })
    worker.once('error', reject)
    worker.once('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error('The copy could not be written.'))
    })
  })
}
