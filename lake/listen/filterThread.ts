import {actorId} from '../actor.ts'
import {type LakeDocument} from '../document.ts'
import {onceEach} from '../onceEach.ts'
import {startJobThread} from '../threads/jobThread.ts'
import {type FilterRequest} from './listenFilter.ts'

export interface FilterJob {
  readonly filter: FilterRequest
  /** JSON of each document. */
  readonly documents: readonly string[]
}

/** A thread that judges documents by filters which might take long. */
export interface FilterThread {
  /** @throws LakeError queryTimeout when the filter takes longer than it may, unavailable */
  judge(filter: FilterRequest, documents: readonly LakeDocument[]): Promise<readonly boolean[]>
  close(): Promise<void>
}

export interface FilterThreadOptions {
  /** How long one filter may take for the documents of one transaction. */
  readonly budgetMs?: number
}

export function startFilterThread({budgetMs = 1000}: FilterThreadOptions = {}): FilterThread {
  const thread = startJobThread<FilterJob, readonly boolean[]>({
    file: new URL('./filterWorker.ts', import.meta.url),
    budgetMs,
    mostWaiting: 10_000,
    tooLong: `The filter of this listener takes longer than ${budgetMs} ms for one transaction. Make it simpler.`,
  })
  const textOf = onceEach((document: LakeDocument) => JSON.stringify(document))
  return {
    judge: (filter, documents) => thread.ask({filter, documents: documents.map(textOf)}),
    close: () => thread.close(),
  }
}

/** One for readers without a token and one for everybody else: strangers do not make members wait. */
export interface FilterThreads {
  readonly of: (reader: {readonly identity: string}) => FilterThread
  close(): Promise<void>
}

const anonymousId = actorId({kind: 'anonymous'})

export function openFilterThreads(options: FilterThreadOptions = {}): FilterThreads {
  const strangers = startFilterThread(options)
  const members = startFilterThread(options)
  return {
    of: ({identity}) => (identity === anonymousId ? strangers : members),
    async close() {
      await Promise.all([strangers.close(), members.close()])
    },
  }
}
