import {Worker} from 'node:worker_threads'
import {type Evaluated, type EvaluationAnswer, type EvaluationJob} from './evaluation.ts'

export type EvaluatorMessage =
  | {readonly kind: 'starting'; readonly message: Evaluated}
  | {readonly kind: 'done'; readonly answer: EvaluationAnswer}
  | {readonly kind: 'failed'; readonly reason: string}

export type EvaluatorOutcome =
  | {readonly kind: 'done'; readonly answer: EvaluationAnswer}
  /** This rule did not come to an end with this change. */
  | {readonly kind: 'stuck'; readonly message: Evaluated}
  | {readonly kind: 'failed'; readonly reason: string}

export interface Evaluator {
  /** One job at a time. */
  run(job: EvaluationJob): Promise<EvaluatorOutcome>
  close(): Promise<void>
}

const maxMemoryMb = 1024

/** A thread for the rules of webhooks, started when needed and replaced when a rule takes longer than the budget. */
export function createEvaluator({budgetMs = 3_000} = {}): Evaluator {
  let worker: Worker | null = null
  const startWorker = () => {
    const thread = new Worker(new URL('./evaluationWorker.ts', import.meta.url), {
      execArgv: [],
      resourceLimits: {maxOldGenerationSizeMb: maxMemoryMb},
    })
    // It must not keep the process alive, and one that dies while it has nothing to do is replaced.
    thread.unref()
    thread.on('error', (error) => console.error('the thread of the webhooks failed', error))
    thread.on('exit', () => {
      if (worker === thread) worker = null
    })
    return thread
  }
  return {
    run(job) {
      const thread = worker ?? startWorker()
      worker = thread
      return new Promise((resolve) => {
        let current: Evaluated | null = null
        let timer: NodeJS.Timeout | undefined
        const finish = (outcome: EvaluatorOutcome) => {
          clearTimeout(timer)
          thread.off('message', receive).off('error', fail).off('exit', end)
          resolve(outcome)
        }
        const giveUp = (reason: string) => {
          worker = null
          void thread.terminate()
          finish(current === null ? {kind: 'failed', reason} : {kind: 'stuck', message: current})
        }
        const wait = () => {
          clearTimeout(timer)
          // Reading and starting take time, too, and are nobody's fault.
          const longest = current === null ? budgetMs * 10 : budgetMs
          timer = setTimeout(() => giveUp('it took too long'), longest)
        }
        const receive = (message: EvaluatorMessage) => {
          if (message.kind !== 'starting') return finish(message)
          current = message.message
          wait()
        }
        const fail = (error: unknown) => giveUp(String(error))
        const end = () => giveUp('the thread ended')
        thread.on('message', receive).on('error', fail).on('exit', end)
        wait()
        thread.postMessage(job)
      })
    },
    async close() {
      const thread = worker
      worker = null
      await thread?.terminate()
    },
  }
}
