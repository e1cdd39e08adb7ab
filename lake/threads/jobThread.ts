import {Worker} from 'node:worker_threads'
import {endThread} from './endThread.ts'
import {LakeError} from '../errors.ts'
import {type JobAnswer, type JobMessage} from './jobWorker.ts'

/** A thread that does one job after the other, in the order in which they came. */
export interface JobThread<Job, Result> {
  /** @throws LakeError what the job threw, queryTimeout, or unavailable when too many wait or the thread broke */
  ask(job: Job): Promise<Result>
  close(): Promise<void>
}

export interface JobThreadOptions {
  /** A file that calls `answerJobs`. */
  readonly file: URL
  readonly workerData?: unknown
  /** How long one job may take. */
  readonly budgetMs: number
  readonly mostWaiting: number
  /** What a job that took longer is told. */
  readonly tooLong: string
}

interface Pending<Job, Result> {
  readonly id: number
  readonly job: Job
  readonly resolve: (result: Result) => void
  readonly reject: (error: LakeError) => void
}

/** Started when it is needed. It cannot be interrupted, only replaced: the others in the queue wait for its successor. */
export function startJobThread<Job, Result>(options: JobThreadOptions): JobThread<Job, Result> {
  const {file, workerData, budgetMs, mostWaiting} = options
  const waiting: Pending<Job, Result>[] = []
  let worker: Worker | null = null
  let current: (Pending<Job, Result> & {readonly timer: NodeJS.Timeout}) | null = null
  let isReady = false
  let isClosed = false
  let lastId = 0

  function next(): void {
    if (isClosed || current !== null || waiting.length === 0) return
    worker ??= started()
    if (!isReady) return
    const pending = waiting.shift() as Pending<Job, Result>
    const tooLong = new LakeError('queryTimeout', options.tooLong, {budgetMs})
    current = {...pending, timer: setTimeout(() => replace(tooLong), budgetMs)}
    const message: JobMessage<Job> = {id: pending.id, job: pending.job}
    worker.postMessage(message)
  }

  function started(): Worker {
    const thread = new Worker(file, {workerData, execArgv: []})
    thread.unref()
    thread.on('message', (message: 'ready' | JobAnswer<Result>) => {
      if (thread !== worker) return
      if (message === 'ready') isReady = true
      else finish(message)
      next()
    })
    thread.on('error', (error) => {
      if (thread !== worker) return
      console.error('a thread failed', error)
      // A thread that was ready died of what it was at; one that never was will not come to be.
      if (!isReady) for (const {reject} of waiting.splice(0)) reject(broken())
      replace(broken())
    })
    return thread
  }

  function finish(answer: JobAnswer<Result>): void {
    if (current?.id !== answer.id) return
    const {resolve, reject, timer} = current
    clearTimeout(timer)
    current = null
    if ('result' in answer) return resolve(answer.result)
    const {error} = answer
    reject(error ? new LakeError(error.code, error.message, error.details) : broken())
  }

  function replace(error: LakeError): void {
    const {timer, reject} = current ?? {}
    clearTimeout(timer)
    void worker?.terminate()
    worker = null
    isReady = false
    current = null
    reject?.(error)
    next()
  }

  return {
    ask: (job) =>
      new Promise((resolve, reject) => {
        if (isClosed || waiting.length >= mostWaiting) return reject(broken())
        waiting.push({id: ++lastId, job, resolve, reject})
        next()
      }),
    async close() {
      isClosed = true
      for (const {reject} of waiting.splice(0)) reject(broken())
      const thread = worker
      const isIdle = isReady && current === null
      if (isIdle) worker = null
      replace(broken())
      await (isIdle && thread !== null ? endThread(thread) : thread?.terminate())
    },
  }
}

function broken(): LakeError {
  return new LakeError('unavailable', 'This could not be finished. Try again in a moment.')
}
