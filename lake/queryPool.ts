import {Worker} from 'node:worker_threads'
import {type JsonObject} from './document.ts'
import {LakeError, type LakeErrorCode} from './errors.ts'
import {type EngineAnswer, type EngineRequest} from './queryEngine.ts'

export interface WorkerData {
  readonly file: string
  /** A thread for anonymous readers never holds what they must not see. */
  readonly isPublicOnly: boolean
  readonly maxResultBytes: number
}

export interface WorkerJob {
  readonly id: number
  readonly request: EngineRequest
}

export type WorkerAnswer =
  | {readonly id: number; readonly json: string; readonly ms: number}
  | {
      readonly id: number
      readonly error: {code: LakeErrorCode; message: string; details: JsonObject}
    }

export type ThreadAnswer = EngineAnswer & {readonly ms: number}

export interface QueryThreads {
  run(request: EngineRequest): Promise<ThreadAnswer>
  close(): Promise<void>
}

export interface ThreadOptions {
  readonly file: string
  /** How long one query may take. */
  readonly budgetMs: number
  readonly maxResultBytes?: number
  /** Memory of one thread, which holds the dataset's documents. */
  readonly maxMemoryMb?: number
}

/** Threads that answer queries: one for readers without a token and one for everybody else, started when needed. */
export function startQueryThreads(options: ThreadOptions): QueryThreads {
  const lanes = {public: new Lane(options, true), members: new Lane(options, false)}
  return {
    run: (request) => lanes[request.grants === 'public' ? 'public' : 'members'].run(request),
    close: async () => {
      await Promise.all([lanes.public.close(), lanes.members.close()])
    },
  }
}

interface Pending {
  readonly request: EngineRequest
  readonly resolve: (answer: ThreadAnswer) => void
  readonly reject: (error: LakeError) => void
}

const longestQueue = 1000

/** One thread and those who wait for it. The budget counts from when the thread gets the query. */
class Lane {
  readonly #options: ThreadOptions
  readonly #isPublicOnly: boolean
  readonly #waiting: Pending[] = []
  #worker: Worker | null = null
  #isReady = false
  #isClosed = false
  #current: (Pending & {readonly id: number; readonly timer: NodeJS.Timeout}) | null = null
  #lastId = 0

  constructor(options: ThreadOptions, isPublicOnly: boolean) {
    this.#options = options
    this.#isPublicOnly = isPublicOnly
  }

  run(request: EngineRequest): Promise<ThreadAnswer> {
    if (this.#isClosed || this.#waiting.length >= longestQueue) return Promise.reject(busy())
    return new Promise((resolve, reject) => {
      this.#waiting.push({request, resolve, reject})
      this.#next()
    })
  }

  async close(): Promise<void> {
    this.#isClosed = true
    const worker = this.#worker
    this.#abandon(busy())
    await worker?.terminate()
  }

  #next(): void {
    if (this.#current !== null || this.#waiting.length === 0) return
    const worker = (this.#worker ??= this.#start())
    if (!this.#isReady) return
    const {budgetMs} = this.#options
    const pending = this.#waiting.shift() as Pending
    const id = ++this.#lastId
    const timer = setTimeout(() => this.#replace(timedOut(budgetMs)), budgetMs)
    this.#current = {...pending, id, timer}
    const job: WorkerJob = {id, request: pending.request}
    worker.postMessage(job)
  }

  #start(): Worker {
    const {file, maxResultBytes = 50_000_000, maxMemoryMb = 4096} = this.#options
    const workerData: WorkerData = {file, isPublicOnly: this.#isPublicOnly, maxResultBytes}
    const worker = new Worker(new URL('./queryWorker.ts', import.meta.url), {
      workerData,
      execArgv: [],
      resourceLimits: {maxOldGenerationSizeMb: maxMemoryMb},
    })
    worker.on('message', (message: 'ready' | WorkerAnswer) => {
      if (worker === this.#worker) this.#receive(message)
    })
    worker.on('error', (error) => {
      if (worker !== this.#worker) return
      console.error('a query thread failed', error)
      // A thread that was ready died of the query that it was at; one that never was will not come to be.
      if (this.#isReady) this.#replace(broken())
      else this.#abandon(broken())
    })
    return worker
  }

  #receive(message: 'ready' | WorkerAnswer): void {
    if (message === 'ready') this.#isReady = true
    else if (message.id === this.#current?.id) {
      const {resolve, reject, timer} = this.#current
      clearTimeout(timer)
      this.#current = null
      if ('error' in message) {
        reject(new LakeError(message.error.code, message.error.message, message.error.details))
      } else resolve({...(JSON.parse(message.json) as EngineAnswer), ms: message.ms})
    }
    this.#next()
  }

  /** A thread cannot be interrupted, only replaced; the others in the queue wait for its successor. */
  #replace(error: LakeError): void {
    const current = this.#current
    if (current !== null) clearTimeout(current.timer)
    void this.#worker?.terminate()
    this.#worker = null
    this.#isReady = false
    this.#current = null
    current?.reject(error)
    this.#next()
  }

  #abandon(error: LakeError): void {
    for (const {reject} of this.#waiting.splice(0)) reject(error)
    this.#replace(error)
  }
}

function busy(): LakeError {
  return new LakeError('unavailable', 'Too many queries are waiting. Try again in a moment.')
}

function timedOut(budgetMs: number): LakeError {
  return new LakeError(
    'queryTimeout',
    `The query took longer than ${budgetMs} ms. Make it narrower.`,
    {budgetMs},
  )
}

function broken(): LakeError {
  return new LakeError(
    'unavailable',
    'The query could not be finished. Try again in a moment, with less data.',
  )
}
