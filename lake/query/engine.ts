import {type AnyStaticValue, evaluate, type EvaluateOptions, evaluateSync, toJS} from 'groq-js'
import {type DatabaseSync} from 'node:sqlite'
import {type Json, type JsonObject} from '../document.ts'
import {LakeError} from '../errors.ts'
import {Scope} from '../groq/scope.ts'
import {isPublishedOnly} from './perspective.ts'
import {type DocumentsOptions, QueryDocuments} from './documents.ts'
import {type Explanation} from './explain.ts'
import {QueryFinder} from './finder.ts'
import {QueryRun} from './run.ts'
import {type QueryProgram, queryProgram} from './program.ts'
import {type Seer, sightOf} from './sight.ts'
import {type QueryTree, queryTree} from './tree.ts'
import {isObject} from '../sourceMap/origin.ts'
import {type Selector, sourceMap, type SourceMap} from '../sourceMap/sourceMap.ts'
import {tagsOfReads} from './syncTags.ts'

export interface EngineRequest extends Seer {
  readonly query: string
  readonly params: JsonObject
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
  readonly explain?: Explanation
}

/** GROQ over what a reader sees of a dataset. */
export class QueryEngine {
  readonly #documents: QueryDocuments
  readonly #finder: QueryFinder

  constructor(database: DatabaseSync, options: DocumentsOptions = {}) {
    this.#documents = new QueryDocuments(database, options)
    this.#finder = new QueryFinder(database, this.#documents, options.few)
  }

  /** The last transaction that answers know of. */
  get seq(): number {
    return this.#documents.seq
  }

  /** Ids of what the last answer rests on and nobody has judged yet: it must not be given. */
  get unjudged(): ReadonlySet<string> {
    return this.#documents.unjudged
  }

  /** True when the last answer may be another one later although nothing was written. */
  readsClock = false

  async run(request: EngineRequest): Promise<EngineAnswer> {
    const {query, params, sourceMap: selector} = request
    const program = queryProgram(query, params)
    const tree = program === null || selector !== undefined ? queryTree(query, params) : null
    this.readsClock = program?.readsClock ?? true
    const changed = this.#documents.begin()
    if (changed !== null) this.#finder.update(changed)
    try {
      return await this.#answer(program, tree, request)
    } finally {
      this.#documents.end()
    }
  }

  async #answer(
    program: QueryProgram | null,
    tree: QueryTree | null,
    request: EngineRequest,
  ): Promise<EngineAnswer> {
    const sight = sightOf(this.#documents, request)
    const readsText = (program ?? tree)?.readsText ?? false
    const run = new QueryRun(this.#finder, sight, readsText, request)
    const {sourceMap: selector} = request
    const readBefore = this.#documents.read
    const byGroqJs = tree === null ? null : {tree, options: run.groqJsOptions(tree)}
    const found =
      program === null
        ? byGroqJs && (await evaluated(byGroqJs.tree, byGroqJs.options))
        : (program.evaluate(new Scope(null, null, run)) as Json)
    const result = request.idsOnly === true ? idsIn(found) : (found ?? null)
    return {
      result,
      syncTags: tagsOfReads({
        ...run.reads,
        isLayered: request.perspective.kind === 'layers' && !isPublishedOnly(request.perspective),
      }),
      ...(selector === undefined || byGroqJs === null
        ? {}
        : {resultSourceMap: sourceMap(byGroqJs.tree, byGroqJs.options, result, selector)}),
      ...(run.notes === null
        ? {}
        : {
            explain: {
              lookups: run.notes.lookups,
              followed: run.reads.followed.size,
              read: this.#documents.read - readBefore,
              stored: this.#finder.stored(sight),
              evaluatedBy: program === null ? 'groq-js' : 'lake',
            },
          }),
    }
  }
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
