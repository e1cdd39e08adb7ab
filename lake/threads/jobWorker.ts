import {parentPort} from 'node:worker_threads'
import {endMessage} from './endThread.ts'
import {type JsonObject} from '../document.ts'
import {LakeError, type LakeErrorCode} from '../errors.ts'

export interface JobMessage<Job> {
  readonly id: number
  readonly job: Job
}

/** `error` is null for a failure of ours. */
export type JobAnswer<Result> =
  | {readonly id: number; readonly result: Result}
  | {
      readonly id: number
      readonly error: {code: LakeErrorCode; message: string; details: JsonObject} | null
    }

/** The other end of `startJobThread`: does what it is sent, and says so or why not. */
export function answerJobs<Job, Result>(work: (job: Job) => Result): void {
  const answer = ({id, job}: JobMessage<Job>): JobAnswer<Result> => {
    try {
      return {id, result: work(job)}
    } catch (error) {
      if (!(error instanceof LakeError)) {
        console.error('a job failed', error)
        return {id, error: null}
      }
      const {code, message, details} = error
      return {id, error: {code, message, details}}
    }
  }
  parentPort?.on('message', (message: JobMessage<Job> | typeof endMessage) => {
    if (message === endMessage) parentPort?.close()
    else parentPort?.postMessage(answer(message))
  })
  parentPort?.postMessage('ready')
}
