import {type Worker} from 'node:worker_threads'

/** What a thread is sent when it is to end. */
export const endMessage = 'end'

const patienceMs = 1000

/** Lets a thread that has nothing to do end by itself, its files closed, and ends one that does not. */
export async function endThread(worker: Worker): Promise<void> {
  const exit = new Promise((resolve) => worker.once('exit', resolve))
  worker.postMessage(endMessage)
  const timer = setTimeout(() => void worker.terminate(), patienceMs)
  await exit
  clearTimeout(timer)
}
