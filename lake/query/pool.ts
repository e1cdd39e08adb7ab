import {LakeError} from '../errors.ts'
import {FairQueue} from './fairQueue.ts'
import {type EngineRequest} from './engine.ts'
import {
  broken,
  closing,
  type QueryThread,
  startQueryThread,
  type ThreadAnswer,
  type ThreadOptions,
} from './thread.ts'

export interface QueryThreads {
  /** `reader` is whom the time is counted for: an account, or the address of somebody without one. */
  run(request: EngineRequest, reader: string): Promise<ThreadAnswer>
  close(): Promise<void>
}

/** Threads that answer queries: some for readers without a token, others for everybody else, started when needed. */
export function startQueryThreads(options: ThreadOptions): QueryThreads {
  const lanes = {public: new Lane(options, true), members: new Lane(options, false)}
  return {
    run: (request, reader) =>
      lanes[request.grants === 'public' ? 'public' : 'members'].run(request, reader),
    close: async () => {
      await Promise.all([lanes.public.close(), lanes.members.close()])
    },
  }
}

/**
 * Each thread has memory of its own, so the second one is only there while it is needed: from when somebody had to
 * wait for a while until it has had nothing to do for longer.
 */
const mostThreads = 2
const growAfterMs = 100
const shrinkAfterMs = 30_000

interface Pending {
  readonly request: EngineRequest
  readonly resolve: (answer: ThreadAnswer) => void
  readonly reject: (error: LakeError) => void
}

/** Threads, and those who wait for them. The budget of a query counts from when a thread gets it. */
class Lane {
  readonly #options: ThreadOptions
  readonly #isPublicOnly: boolean
  readonly #queue: FairQueue<Pending>
  readonly #threads = new Set<QueryThread>()
  #growing: NodeJS.Timeout | null = null
  #shrinking: NodeJS.Timeout | null = null
  #isClosed = false

  constructor(options: ThreadOptions, isPublicOnly: boolean) {
    this.#options = options
    this.#isPublicOnly = isPublicOnly
    this.#queue = new FairQueue({
      mostForOne: mostThreads - 1,
      mostWaitingForOne: 500,
      mostWaiting: 2000,
      lightMs: options.budgetMs / 4,
      now: () => performance.now(),
    })
  }

  run(request: EngineRequest, reader: string): Promise<ThreadAnswer> {
    if (this.#isClosed) return Promise.reject(closing())
    return new Promise((resolve, reject) => {
      this.#queue.add(reader, {request, resolve, reject})
      this.#dispatch()
    })
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#forgetTimers()
    for (const {reject} of this.#queue.drain()) reject(closing())
    await Promise.all([...this.#threads].map((thread) => thread.stop()))
  }

  #dispatch(): void {
    if (this.#isClosed) return
    for (const thread of this.#threads) {
      if (!thread.isFree) continue
      const next = this.#queue.take(this.#isLastFree())
      if (next === null) break
      void this.#ask(thread, next.reader, next.work)
    }
    if (this.#queue.size > 0 && this.#threads.size === 0) this.#start()
    else this.#resize()
  }

  async #ask(thread: QueryThread, reader: string, {request, resolve, reject}: Pending) {
    const started = performance.now()
    try {
      resolve(await thread.ask(request))
    } catch (error) {
      reject(error instanceof LakeError ? error : broken())
    } finally {
      this.#queue.done(reader, performance.now() - started)
      this.#dispatch()
    }
  }

  #isLastFree(): boolean {
    const busy = [...this.#threads].filter(({isFree}) => !isFree).length
    return busy >= mostThreads - 1
  }

  #resize(): void {
    const canWork = this.#queue.hasWork(true)
    if (canWork && this.#threads.size < mostThreads) {
      this.#growing ??= setTimeout(() => {
        this.#growing = null
        if (this.#queue.hasWork(true) && this.#threads.size < mostThreads) this.#start()
      }, growAfterMs)
    }
    if (this.#threads.size < mostThreads || canWork) return
    if (this.#shrinking !== null) clearTimeout(this.#shrinking)
    this.#shrinking = setTimeout(() => this.#shrink(), shrinkAfterMs).unref()
  }

  #shrink(): void {
    this.#shrinking = null
    const spare = [...this.#threads].find(({isFree}) => isFree)
    if (this.#threads.size > 1 && spare !== undefined) void spare.stop()
  }

  #start(): void {
    const thread = startQueryThread(this.#options, this.#isPublicOnly, {
      onReady: () => this.#dispatch(),
      onEnd: (wasReady) => {
        this.#threads.delete(thread)
        // A thread that was ready died of the query that it was at; one that never was will not come to be.
        if (!wasReady && this.#threads.size === 0) {
          for (const {reject} of this.#queue.drain()) reject(broken())
        }
      },
    })
    this.#threads.add(thread)
  }

  #forgetTimers(): void {
    if (this.#growing !== null) clearTimeout(this.#growing)
    if (this.#shrinking !== null) clearTimeout(this.#shrinking)
  }
}
