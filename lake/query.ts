import {type JsonObject} from './document.ts'
import {LakeError} from './errors.ts'
import {isPublishedOnly, parsePerspective} from './perspective.ts'
import {type EngineAnswer, type EngineRequest} from './queryEngine.ts'
import {startQueryThreads, type ThreadOptions} from './queryPool.ts'
import {type Reader} from './queryViews.ts'

export interface QueryRequest {
  readonly query: string
  readonly params?: JsonObject | undefined
  /** raw, published (the default), drafts, previewDrafts, or releases with the first on top. */
  readonly perspective?: string | readonly string[] | undefined
  readonly source?: EngineRequest['source']
  readonly sourceMap?: EngineRequest['sourceMap']
  readonly explain?: EngineRequest['explain']
}

/** A result with its sync tags: what live clients listen for, see `syncTags.ts`. `ms` is the time that it took. */
export type QueryAnswer = EngineAnswer & {readonly ms: number}

export interface QueryPool {
  /** Answers with what the reader may read, and nothing else. */
  run(request: QueryRequest & Reader): Promise<QueryAnswer>
  close(): Promise<void>
}

const longestQuery = 1_000_000

/** Answers queries off the thread that commits, each within its budget. */
export function createQueryPool(options: ThreadOptions): QueryPool {
  const threads = startQueryThreads(options)
  return {
    close: () => threads.close(),
    run: async ({perspective: asked = 'published', params = {}, ...request}) => {
      const {query, grants} = request
      checkQuery(query)
      const perspective = parsePerspective(asked)
      if (grants === 'public' && perspective.kind === 'layers' && !isPublishedOnly(perspective)) {
        throw new LakeError(
          'unauthenticated',
          'Drafts and releases can be read only with a token. Sign in first.',
        )
      }
      return threads.run({...request, params, perspective})
    },
  }
}

function checkQuery(query: unknown): void {
  if (typeof query !== 'string' || query.trim() === '') {
    throw new LakeError(
      'malformedRequest',
      'The query must be a text in GROQ; it is missing or empty.',
    )
  }
  if (query.length > longestQuery) {
    throw new LakeError('tooLarge', `The query is longer than ${longestQuery / 1_000_000} MB.`)
  }
}
