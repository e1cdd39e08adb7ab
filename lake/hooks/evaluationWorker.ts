import {parentPort} from 'node:worker_threads'
import {type EvaluationJob, evaluateHooks} from './evaluation.ts'
import {type EvaluatorMessage} from './evaluator.ts'

/** The thread that evaluates the rules of webhooks. It reads datasets and writes nothing. */

const tell = (message: EvaluatorMessage) => parentPort?.postMessage(message)

parentPort?.on('message', (job: EvaluationJob) => {
  void evaluateHooks(job, (message) => tell({kind: 'starting', message})).then(
    (answer) => tell({kind: 'done', answer}),
    (error: unknown) => tell({kind: 'failed', reason: String(error)}),
  )
})
