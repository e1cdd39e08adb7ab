import {type DatabaseSync} from 'node:sqlite'
import {type Json, type JsonObject} from '../document.ts'
import {isPublishedOnly} from './perspective.ts'
import {type DocumentsOptions, QueryDocuments} from './documents.ts'
import {evaluatedByProgram} from './evaluation.ts'
import {type Explanation} from './explain.ts'
import {QueryFinder} from './finder.ts'
import {evaluatedByGroqJs} from './groqJs.ts'
import {groqJsTree, type GroqJsTree} from './groqJsTree.ts'
import {QueryRun} from './run.ts'
import {type QueryProgram, queryProgram} from './program.ts'
import {type Seer, sightOf} from './sight.ts'
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
    const {query, params} = request
    const program = queryProgram(query, params)
    const asked = program ?? groqJsTree(query, params)
    this.readsClock = program?.readsClock ?? true
    const changed = this.#documents.begin()
    if (changed !== null) this.#finder.update(changed)
    try {
      return await this.#answer(asked, request)
    } finally {
      this.#documents.end()
    }
  }

  async #answer(asked: QueryProgram | GroqJsTree, request: EngineRequest): Promise<EngineAnswer> {
    const {perspective, sourceMap: selector} = request
    const sight = sightOf(this.#documents, request)
    const run = new QueryRun(this.#finder, sight, asked.readsText, request)
    const readBefore = this.#documents.read
    const isCompiled = 'evaluate' in asked
    const found = isCompiled ? evaluatedByProgram(asked, run) : await evaluatedByGroqJs(asked, run)
    const result = request.idsOnly === true ? idsIn(found.result) : found.result
    const resultSourceMap =
      selector === undefined ? undefined : sourceMap(result, found.origin(), selector)
    return {
      result,
      syncTags: tagsOfReads({
        ...run.reads,
        isLayered: perspective.kind === 'layers' && !isPublishedOnly(perspective),
      }),
      ...(resultSourceMap === undefined ? {} : {resultSourceMap}),
      ...(run.notes === null
        ? {}
        : {
            explain: {
              lookups: run.notes.lookups,
              followed: run.reads.followed.size,
              read: sight.hidesByGrant ? null : this.#documents.read - readBefore,
              stored: this.#finder.stored(sight),
              evaluatedBy: isCompiled ? 'lake' : 'groq-js',
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
