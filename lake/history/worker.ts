import {workerData} from 'node:worker_threads'
import {createHistory} from './history.ts'
import {type HistoryJob, type HistoryWorkerData} from './thread.ts'
import {answerJobs} from '../threads/jobWorker.ts'

/** The thread that reads history, over a connection that cannot write. */

const history = createHistory(workerData as HistoryWorkerData)

answerJobs((job: HistoryJob) => {
  switch (job.read) {
    case 'events':
      return history.events(...job.args)
    case 'releaseEvents':
      return history.releaseEvents(...job.args)
    case 'transactions':
      return history.transactions(...job.args)
    case 'documentsAt':
      return history.documentsAt(...job.args)
  }
})
