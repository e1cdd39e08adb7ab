import {AnswerCache, type KeptAnswer} from './answerCache.ts'
import {type JsonObject} from '../document.ts'
import {LakeError} from '../errors.ts'
import {type Feed} from '../listen/feed.ts'
import {isPublishedOnly, parsePerspective} from './perspective.ts'
import {type EngineAnswer, type EngineRequest} from './engine.ts'
import {startQueryThreads} from './pool.ts'
import {type Reader} from './sight.ts'
import {type ThreadAnswer, type ThreadJson, type ThreadOptions, type Unjudged} from './thread.ts'

export interface QueryRequest {
  readonly query: string
  readonly params?: JsonObject | undefined
  /** raw, published (the default), drafts, previewDrafts, or releases with the first on top. */
  readonly perspective?: string | readonly string[] | undefined
  /** True for readers who do not know of versions: `raw` is without them. */
  readonly hidesVersions?: boolean | undefined
  readonly source?: EngineRequest['source']
  readonly sourceMap?: EngineRequest['sourceMap']
  readonly explain?: EngineRequest['explain']
  /** The address of whoever asks: it tells readers without an account apart, so that each gets a fair share of time. */
  readonly from?: string | undefined
}

/** A result with its sync tags: what live clients listen for, see `syncTags.ts`. `ms` is the time that it took. */
export type QueryAnswer = EngineAnswer & {readonly ms: number}

/** Ids that a query selects, and the last transaction that it knows of: if there was a later one, ask again. */
export interface SelectedIds {
  /** Null stands for what has no id. */
  readonly ids: readonly (string | null)[]
  readonly seq: number
}

/** The same without `ms`, as the JSON that is sent: there may be a lot of it. */
export interface WrittenAnswer {
  readonly json: ThreadJson
  readonly ms: number
  /** Of an answer that readers without an account may get again as it is, as long as it is fresh. */
  readonly kept: KeptAnswer | null
}

export interface QueryPool {
  /** Answers with what the reader may read, and nothing else. */
  run(request: QueryRequest & Reader): Promise<QueryAnswer>
  write(request: QueryRequest & Reader): Promise<WrittenAnswer>
  /**
   * What a mutation by query is about, of all that the reader may read, found off the thread that commits.
   * @throws LakeError queryTimeout, queryParseError, malformedRequest, tooManyRequests, unavailable
   */
  selectIds(request: Pick<QueryRequest, 'query' | 'params'> & Reader): Promise<SelectedIds>
  /** Gives no answer again, those that are being worked out among them. */
  forget(): void
  close(): Promise<void>
}

type GivenAnswer = Exclude<ThreadAnswer, Unjudged>

const longestQuery = 1_000_000

export interface Surroundings {
  /** Tells what is committed: what readers without an account were answered is given again until it may have changed. */
  readonly feed: Pick<Feed, 'subscribe'>
  /** Finds out of documents whether they may be served. */
  readonly judge: (ids: readonly string[]) => Promise<void>
}

/** Answers queries off the thread that commits, each within its budget. */
export function createQueryPool(
  options: ThreadOptions,
  {feed, judge}: Partial<Surroundings> = {},
): QueryPool {
  const threads = startQueryThreads(options)
  /** What nobody has judged yet is judged, and the query asked again. */
  const answered = async (request: EngineRequest, reader: string): Promise<GivenAnswer> => {
    const answer = await threads.run(request, reader)
    if (!('unjudged' in answer)) return answer
    await judge?.(answer.unjudged)
    return answered(request, reader)
  }
  const answers = new AnswerCache()
  let isClosed = false
  let forgotten = 0
  const unsubscribe = feed?.subscribe((transaction) => answers.tell(transaction))
  const write: QueryPool['write'] = async ({
    perspective: asked = 'published',
    params = {},
    from = '',
    hidesVersions = false,
    ...request
  }) => {
    const {query, grants, identity} = request
    checkQuery(query)
    const wanted = parsePerspective(asked)
    const perspective = wanted.kind === 'raw' ? {...wanted, hidesVersions} : wanted
    if (grants === 'public' && perspective.kind === 'layers' && !isPublishedOnly(perspective)) {
      throw new LakeError(
        'unauthenticated',
        'Drafts and releases can be read only with a token. Sign in first.',
      )
    }
    if (grants !== 'public')
      return {...(await answered({...request, params, perspective}, identity)), kept: null}
    const {source, sourceMap, explain = false} = request
    const key = JSON.stringify([query, params, perspective, source, sourceMap])
    const known = explain ? null : answers.get(key)
    if (known !== null) return {...known, kept: known}
    const before = forgotten
    const {json, ms, seq, kept} = await answered({...request, params, perspective}, from)
    const mayBeKept = feed !== undefined && !explain && !isClosed && forgotten === before
    if (kept === null || !mayBeKept) return {json, ms, kept: null}
    const answer = {json, ms, etag: kept.etag, isFresh: true}
    answers.put(key, answer, kept.tags, seq)
    return {json, ms, kept: answer}
  }
  return {
    forget() {
      forgotten += 1
      answers.clear()
    },
    close() {
      isClosed = true
      unsubscribe?.()
      answers.clear()
      return threads.close()
    },
    write,
    run: async (request) => {
      const {json, ms} = await write(request)
      return {...parsed(json), ms}
    },
    selectIds: async ({query, params = {}, grants, identity}) => {
      checkQuery(query)
      const perspective = {kind: 'raw', hidesVersions: false} as const
      const {json, seq} = await answered(
        {query, params, grants, identity, perspective, idsOnly: true},
        identity,
      )
      return {ids: parsed(json).result as SelectedIds['ids'], seq}
    },
  }
}

function parsed(json: ThreadJson): EngineAnswer {
  return JSON.parse(
    typeof json === 'string' ? json : new TextDecoder().decode(json),
  ) as EngineAnswer
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
