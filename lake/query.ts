import {type Json, type JsonObject} from './document.ts'
import {LakeError} from './errors.ts'
import {isPublishedOnly, parsePerspective} from './perspective.ts'
import {type Reader} from './queryEngine.ts'
import {startQueryThreads, type ThreadOptions} from './queryPool.ts'

export interface QueryRequest {
  readonly query: string
  readonly params?: JsonObject | undefined
  /** raw, published (the default), drafts, previewDrafts, or releases with the first on top. */
  readonly perspective?: string | readonly string[] | undefined
}

export interface QueryAnswer {
  readonly result: Json
  readonly ms: number
  /** What a live client listens for: the lake announces every commit under the same tag. */
  readonly syncTags: readonly string[]
}

export interface QueryPool {
  /** Answers with what the reader may read, and nothing else. */
  run(request: QueryRequest & Reader): Promise<QueryAnswer>
  close(): Promise<void>
}

export const syncTags: readonly string[] = ['s1:dataset']

const longestQuery = 1_000_000

/** Answers queries off the thread that commits, each within its budget. */
export function createQueryPool(options: ThreadOptions): QueryPool {
  const threads = startQueryThreads(options)
  return {
    close: () => threads.close(),
    run: async ({query, params = {}, perspective: asked = 'published', grants, identity}) => {
      checkQuery(query)
      const perspective = parsePerspective(asked)
      if (grants === 'public' && perspective.kind === 'layers' && !isPublishedOnly(perspective)) {
        throw new LakeError(
          'unauthenticated',
          'Drafts and releases can be read only with a token. Sign in first.',
        )
      }
      return {...(await threads.run({query, params, perspective, grants, identity})), syncTags}
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
