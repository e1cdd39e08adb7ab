import {type Role} from '../actor.ts'
import {type History} from './history.ts'
import {startJobThread} from '../threads/jobThread.ts'

/** `History` over a thread: what a document was thousands of revisions ago takes a while to find out. */
export type HistoryThread = {
  readonly [Read in HistoryRead]: (
    ...args: Parameters<History[Read]>
  ) => Promise<ReturnType<History[Read]>>
} & {close(): Promise<void>}

export type HistoryRead = Exclude<keyof History, 'close'>

export interface HistoryWorkerData {
  readonly file: string
  readonly roles: readonly Role[]
}

export type HistoryJob = {
  readonly [Read in HistoryRead]: {
    readonly read: Read
    readonly args: Parameters<History[Read]>
  }
}[HistoryRead]

const budgetMs = 10_000

export function startHistoryThread(workerData: HistoryWorkerData): HistoryThread {
  const thread = startJobThread<HistoryJob, never>({
    file: new URL('./worker.ts', import.meta.url),
    workerData,
    budgetMs,
    mostWaiting: 200,
    tooLong: `The history took longer than ${budgetMs / 1000} seconds to read. Ask for less of it.`,
  })
  return {
    events: (...args) => thread.ask({read: 'events', args}),
    releaseEvents: (...args) => thread.ask({read: 'releaseEvents', args}),
    transactions: (...args) => thread.ask({read: 'transactions', args}),
    documentsAt: (...args) => thread.ask({read: 'documentsAt', args}),
    close: () => thread.close(),
  }
}
