import {LRUCache} from 'lru-cache'
import {type LakeDocument} from '../document.ts'
import {type FilterJob} from './filterThread.ts'
import {answerJobs} from '../threads/jobWorker.ts'
import {type DocumentFilter, documentFilter, type FilterRequest} from './listenFilter.ts'

/** The thread that judges documents by filters which might take long. It knows only what it is sent. */

const filters = new LRUCache<string, DocumentFilter>({max: 500})

function filterOf(request: FilterRequest): DocumentFilter {
  const key = JSON.stringify(request)
  const filter = filters.get(key) ?? documentFilter(request)
  filters.set(key, filter)
  return filter
}

answerJobs(({filter, documents}: FilterJob) => {
  const {matches} = filterOf(filter)
  return documents.map((text) => matches(JSON.parse(text) as LakeDocument))
})
