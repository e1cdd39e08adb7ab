import {Worker} from 'node:worker_threads'
import {actorId} from './actor.ts'
import {type LakeDocument} from './document.ts'
import {LakeError} from './errors.ts'
import {type FilterRequest} from './listenFilter.ts'

export interface FilterJob {
  readonly id: number
  readonly filter: FilterRequest
  /** JSON of each document. */
  readonly documents: readonly string[]
}

export interface FilterAnswer {
  readonly id: number
  /** Null when the filter could not be evaluated. */
  readonly matches: readonly boolean[] | null
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

const anonymousId = actorId({kind: 'anonymous'})

interface Pending {
  readonly job: FilterJob
  readonly resolve: (matches: readonly boolean[]) => void
  readonly reject: (error: LakeError) => void
}

/** Started when it is needed; a filter that does not come back ends with its thread, the others get a new one. */
export function startFilterThread({budgetMs = 1000}: FilterThreadOptions = {}): FilterThread {
  const waiting: Pending[] = []
  const texts = new WeakMap<LakeDocument, string>()
  let worker: Worker | null = null
  let current: (Pending & {readonly timer: NodeJS.Timeout}) | null = null
  let isReady = false
  let isClosed = false
  let lastId = 0

  function next(): void {
    if (current !== null || waiting.length === 0) return
    worker ??= started()
    if (!isReady) return
    const pending = waiting.shift() as Pending
    current = {...pending, timer: setTimeout(() => replace(tooCostly(budgetMs)), budgetMs)}
    worker.postMessage(pending.job)
  }

  function started(): Worker {
    const thread = new Worker(new URL('./filterWorker.ts', import.meta.url), {execArgv: []})
    thread.unref()
    thread.on('message', (message: 'ready' | FilterAnswer) => {
      if (thread !== worker) return
      if (message === 'ready') isReady = true
      else finish(message)
      next()
    })
    thread.on('error', () => {
      if (thread !== worker) return
      if (!isReady) for (const {reject} of waiting.splice(0)) reject(broken())
      replace(broken())
    })
    return thread
  }

  function finish({id, matches}: FilterAnswer): void {
    if (current?.job.id !== id) return
    const {resolve, reject, timer} = current
    clearTimeout(timer)
    current = null
    if (matches === null) reject(broken())
    else resolve(matches)
  }

  function replace(error: LakeError): void {
    const {timer, reject} = current ?? {}
    clearTimeout(timer)
    void worker?.terminate()
    worker = null
    isReady = false
    current = null
    reject?.(error)
    if (!isClosed) next()
  }

  function textOf(document: LakeDocument): string {
    const known = texts.get(document)
    if (known !== undefined) return known
    const text = JSON.stringify(document)
    texts.set(document, text)
    return text
  }

  return {
    judge: (filter, documents) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(broken())
        const job = {id: ++lastId, filter, documents: documents.map(textOf)}
        waiting.push({job, resolve, reject})
        next()
      }),
    async close() {
      isClosed = true
      for (const {reject} of waiting.splice(0)) reject(broken())
      const thread = worker
      replace(broken())
      await thread?.terminate()
    },
  }
}

/** One for readers without a token and one for everybody else: strangers do not make members wait. */
export interface FilterThreads {
  readonly of: (reader: {readonly identity: string}) => FilterThread
  close(): Promise<void>
}

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

function tooCostly(budgetMs: number): LakeError {
  return new LakeError(
    'queryTimeout',
    `The filter of this listener takes longer than ${budgetMs} ms for one transaction. Make it simpler.`,
    {budgetMs},
  )
}

function broken(): LakeError {
  return new LakeError('unavailable', 'The filter of this listener could not be judged.')
}
