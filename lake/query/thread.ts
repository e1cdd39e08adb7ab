import {Worker} from 'node:worker_threads'
import {type JsonObject} from '../document.ts'
import {endThread} from '../threads/endThread.ts'
import {LakeError, type LakeErrorCode} from '../errors.ts'
import {type EngineRequest} from './engine.ts'

export interface WorkerData {
  readonly file: string
  /** A thread for anonymous readers never holds what they must not see. */
  readonly isPublicOnly: boolean
  readonly maxResultBytes: number
}

/** JSON as it comes from a thread: text is copied, which is quickest while it is short; bytes are handed over. */
export type ThreadJson = string | Uint8Array<ArrayBuffer>

export type WorkerAnswer =
  | {
      readonly json: ThreadJson
      readonly ms: number
      readonly seq: number
      /** Of an answer that stays as it is until one of these is told; null of any other. */
      readonly kept: {readonly tags: readonly string[]; readonly etag: string} | null
    }
  | Unjudged
  | {readonly error: {code: LakeErrorCode; message: string; details: JsonObject}}

/** Ids of documents that must be judged before there can be an answer. */
export interface Unjudged {
  readonly unjudged: readonly string[]
}

/** An `EngineAnswer` as JSON, the time that it took, and the last transaction that it knows of. */
export type ThreadAnswer = Extract<WorkerAnswer, {json: unknown}> | Unjudged

export interface ThreadOptions {
  readonly file: string
  /** How long one query may take. */
  readonly budgetMs: number
  readonly maxResultBytes?: number
  /** Memory of one thread, which a query that goes through everything may need. */
  readonly maxMemoryMb?: number
}

/** A thread that answers one query at a time. */
export interface QueryThread {
  /** True when it can be given a query. */
  readonly isFree: boolean
  /** @throws LakeError, for instance queryTimeout, which is the end of the thread */
  ask(request: EngineRequest): Promise<ThreadAnswer>
  stop(): Promise<unknown>
}

export interface ThreadEvents {
  readonly onReady: () => void
  /** It is no more; `wasReady` is false of one that never came to be. */
  readonly onEnd: (wasReady: boolean) => void
}

interface Asked {
  readonly resolve: (answer: ThreadAnswer) => void
  readonly reject: (error: LakeError) => void
  /** By when, as `performance.now()` says it. */
  readonly until: number
}

export function startQueryThread(
  {file, budgetMs, maxResultBytes = 50_000_000, maxMemoryMb = 512}: ThreadOptions,
  isPublicOnly: boolean,
  {onReady, onEnd}: ThreadEvents,
): QueryThread {
  const workerData: WorkerData = {file, isPublicOnly, maxResultBytes}
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData,
    execArgv: [],
    resourceLimits: {maxOldGenerationSizeMb: maxMemoryMb, maxYoungGenerationSizeMb: 16},
  })
  let state: 'starting' | 'ready' | 'ended' = 'starting'
  let asked: Asked | null = null
  /** One for many questions: few take so long that it is of use. */
  let timer: NodeJS.Timeout | null = null

  const finish = (settle: (asked: Asked) => void) => {
    const current = asked
    asked = null
    if (current !== null) settle(current)
  }
  const end = async (error: LakeError): Promise<void> => {
    if (state === 'ended') return
    const wasReady = state === 'ready'
    const isIdle = wasReady && asked === null
    state = 'ended'
    if (timer !== null) clearTimeout(timer)
    const ended = isIdle ? endThread(worker) : worker.terminate()
    onEnd(wasReady)
    finish(({reject}) => reject(error))
    await ended
  }

  /** A thread cannot be interrupted, only ended. */
  const watch = () => {
    timer = null
    if (asked === null) return
    const left = asked.until - performance.now()
    if (left > 0) timer = setTimeout(watch, left)
    else void end(timedOut(budgetMs))
  }

  worker.on('message', (message: 'ready' | WorkerAnswer) => {
    if (state === 'ended') return
    if (message === 'ready') {
      state = 'ready'
      onReady()
    } else if ('error' in message) {
      const {code, message: sentence, details} = message.error
      finish(({reject}) => reject(new LakeError(code, sentence, details)))
    } else {
      finish(({resolve}) => resolve(message))
    }
  })
  worker.on('error', (error) => {
    if (state === 'ended') return
    console.error('a query thread failed', error)
    void end(broken())
  })

  return {
    get isFree() {
      return state === 'ready' && asked === null
    },
    ask: (request) =>
      new Promise((resolve, reject) => {
        asked = {resolve, reject, until: performance.now() + budgetMs}
        timer ??= setTimeout(watch, budgetMs)
        worker.postMessage(request)
      }),
    stop: () => end(closing()),
  }
}

export function closing(): LakeError {
  return new LakeError('unavailable', 'The dataset is being closed. Try again in a moment.')
}

export function broken(): LakeError {
  return new LakeError(
    'unavailable',
    'The query could not be finished. Try again in a moment, with less data.',
  )
}

function timedOut(budgetMs: number): LakeError {
  return new LakeError(
    'queryTimeout',
    `The query took longer than ${budgetMs} ms. Make it narrower.`,
    {budgetMs},
  )
}
