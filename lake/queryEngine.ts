import {type AnyStaticValue, evaluate, type EvaluateOptions, evaluateSync, toJS} from 'groq-js'
import {type Json, type JsonObject, type LakeDocument} from './document.ts'
import {LakeError} from './errors.ts'
import {isPublishedOnly, type Perspective} from './perspective.ts'
import {explained} from './queryExplain.ts'
import {type QueryTree, queryTree} from './queryTree.ts'
import {candidatesIn, QueryViews, type Reader, type View} from './queryViews.ts'
import {isObject} from './sourceMapOrigin.ts'
import {type Selector, sourceMap, type SourceMap} from './sourceMap.ts'
import {tagsOfReads} from './syncTags.ts'
import {withText} from './textQuery.ts'

export interface EngineRequest extends Reader {
  readonly query: string
  readonly params: JsonObject
  readonly perspective: Perspective
  /** What `sanity::projectId()` and `sanity::dataset()` say. */
  readonly source?: {readonly projectId: string; readonly dataset: string} | undefined
  /** How a source map is to name items of lists; without it there is none. */
  readonly sourceMap?: Selector | undefined
  readonly explain?: boolean | undefined
  /** True where only the ids of what is found are of interest. */
  readonly idsOnly?: boolean | undefined
}

export interface EngineAnswer {
  readonly result: Json
  readonly syncTags: readonly string[]
  readonly resultSourceMap?: SourceMap
  readonly explain?: string
}

/** GROQ over what a reader sees of a dataset. */
export class QueryEngine extends QueryViews {
  async run(request: EngineRequest): Promise<EngineAnswer> {
    const query = queryTree(request.query, request.params)
    const view = this.view(request)
    const followed = new Map<string, string | null>()
    const lookups = query.candidates.map((of) => ({...of, found: candidatesIn(view, of)}))
    const prepare = (documents: readonly LakeDocument[]) =>
      query.readsText ? documents.map(withText) : documents
    const options = {
      dataset: prepare(view.documents),
      params: Object.fromEntries(lookups.map(({name, found}) => [name, prepare(found)])),
      identity: request.identity,
      // Both evaluations of a query with a source map must agree on what time it is.
      timestamp: new Date(),
      ...(request.source === undefined ? {} : {sanity: request.source}),
      dereference: follower(view, followed),
    }
    const found = await evaluated(query, options)
    const result = request.idsOnly === true ? idsIn(found) : found
    const {sourceMap: selector} = request
    return {
      result,
      syncTags: tagsOfReads({
        everything: query.scansEverything,
        types: [...valuesBy('_type', query), ...(query.readsReleases ? ['system.release'] : [])],
        ids: valuesBy('_id', query),
        followed,
        isLayered: request.perspective.kind === 'layers' && !isPublishedOnly(request.perspective),
      }),
      ...(selector === undefined
        ? {}
        : {resultSourceMap: sourceMap(query, options, result, selector)}),
      ...(request.explain === true
        ? {
            explain: explained({
              documents: view.documents.length,
              lookups: lookups.map((lookup) => ({...lookup, documents: lookup.found.length})),
              scansEverything: query.scansEverything,
              followed: followed.size,
            }),
          }
        : {}),
    }
  }
}

function follower({byId}: View, followed: Map<string, string | null>) {
  return ({_ref}: {_ref: string}): LakeDocument | null => {
    const found = byId.get(_ref) ?? null
    followed.set(_ref, found?._type ?? null)
    return found
  }
}

function valuesBy(field: '_id' | '_type', {candidates}: QueryTree): readonly string[] {
  return candidates.flatMap(({by, values}) => (by === field ? values : []))
}

/** What stands for an id: a text, or the `_id` of a document. Null for what has none. */
function idsIn(found: Json): Json {
  const rows: readonly Json[] = Array.isArray(found) ? found : [found]
  return rows.map((row) => {
    const id = isObject(row) ? row['_id'] : row
    return typeof id === 'string' ? id : null
  })
}

async function evaluated({tree, isAsync}: QueryTree, options: EvaluateOptions): Promise<Json> {
  try {
    if (!isAsync) return asJson(evaluateSync(tree, options))
    const value = await evaluate(tree, options)
    return asJson(await value.asStatic())
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw new LakeError('malformedRequest', `The query cannot be evaluated: ${error.message}.`)
  }
}

function asJson(value: AnyStaticValue): Json {
  return (toJS(value) ?? null) as Json
}
