import {type ExprNode} from 'groq-js'
import {type LakeDocument} from '../document.ts'
import {compiled} from '../groq/compile.ts'
import {operandsOf} from '../groq/lists.ts'
import {reachOf} from '../groq/reach.ts'
import {type Running, Scope} from '../groq/scope.ts'
import {type EngineRequest} from './engine.ts'
import {LookupNotes} from './explain.ts'
import {type QueryFinder} from './finder.ts'
import {type Candidates} from './plan.ts'
import {type Sight} from './sight.ts'
import {type SelectedRows, type Selection, selectionOf, type Term} from './terms.ts'
import {type QueryTree} from './tree.ts'
import {stringsIn} from './wanted.ts'
import {type TraceOptions} from '../sourceMap/scope.ts'
import {withText} from '../groq/textQuery.ts'
import {passing} from './passing.ts'

/** One evaluation of a query: what it is given, and what it looked at. */
export class QueryRun implements Running {
  readonly memo = new Map<unknown, unknown>()
  readonly params: Running['params']
  readonly identity: string
  readonly now: string
  readonly source: Running['source']
  /** Null where nobody wants to know. */
  readonly notes: LookupNotes | null
  readonly reads = {
    everything: false,
    types: new Set<string>(),
    ids: new Set<string>(),
    followed: new Map<string, string | null>(),
  }
  readonly #finder: QueryFinder
  readonly #sight: Sight
  readonly #readsText: boolean
  readonly #timestamp = new Date()
  #everything: readonly LakeDocument[] | null = null

  constructor(finder: QueryFinder, sight: Sight, readsText: boolean, request: EngineRequest) {
    this.#finder = finder
    this.#sight = sight
    this.#readsText = readsText
    this.params = request.params
    this.identity = request.identity
    this.source = request.source
    this.notes = request.explain === true ? new LookupNotes() : null
    this.now = this.#timestamp.toISOString()
  }

  everything(): readonly LakeDocument[] {
    this.#everything ??= [...this.select(selectionOf([]), () => null).rows]
    return this.#everything
  }

  select(selection: Selection, operand: (index: number) => unknown): SelectedRows {
    this.#noteReads(selection, operand)
    const found = this.#finder.find(selection, operand, this.#sight)
    const rows = this.#readsText ? texts(found.rows) : found.rows
    const noted = this.notes?.note(selection, found.way, found.by)
    if (!noted) return {rows, isSorted: found.isSorted}
    return {
      rows: counted(rows, () => (noted.documents += 1)),
      isSorted: found.isSorted,
      kept: (more) => (noted.kept = (noted.kept ?? 0) + more),
    }
  }

  count(selection: Selection, operand: (index: number) => unknown): number | null {
    const count = this.#finder.count(selection, operand, this.#sight)
    if (count === null) return null
    this.#noteReads(selection, operand)
    this.notes?.note(selection, 'count', 'an index alone')
    return count
  }

  dereference(id: string): LakeDocument | null {
    const found = this.#sight.byId(id)
    this.reads.followed.set(id, found?._type ?? null)
    return found
  }

  /** For groq-js, which is given every list of documents that the query may go through. */
  groqJsOptions({candidates, scansEverything, isAsync}: QueryTree): TraceOptions {
    const options = {
      identity: this.identity,
      timestamp: this.#timestamp,
      ...(this.source === undefined ? {} : {sanity: this.source}),
      dereference: ({_ref}: {readonly _ref: string}) => this.dereference(_ref),
    }
    const lists = candidates.map((each) => {
      const rows = this.#candidates(each)
      const {name, condition, standsAlone} = each
      // Those that it lets through: all that it is put to would not fit into memory.
      return [name, [...(standsAlone && !isAsync ? passing(rows, condition, options) : rows)]]
    })
    return {
      ...options,
      dataset: scansEverything ? this.everything() : [],
      params: Object.fromEntries(lists) as TraceOptions['params'],
    }
  }

  #candidates({by, values, condition}: Candidates): Iterable<LakeDocument> {
    const scope = new Scope(null, null, this)
    const whole = closed(selectionOf([condition]))
    const operand = operandsOf(whole, compiled)?.(scope)
    if (operand !== undefined) return this.select(whole, operand).rows
    if (by === null) return this.select(selectionOf([]), () => null).rows
    const list: ExprNode = {type: 'Value', value: values}
    const field: ExprNode = {type: 'AccessAttribute', name: by}
    const narrow = selectionOf([{type: 'OpCall', op: 'in', left: field, right: list}])
    return this.select(narrow, () => values).rows
  }

  /** An answer rests on the narrowest of what a filter says of ids and types. */
  #noteReads({terms}: Selection, operand: (index: number) => unknown): void {
    const {reads} = this
    const byId = stringsOf(terms, '_id', operand) ?? stringsOf(terms, 'base', operand)
    const byType = stringsOf(terms, '_type', operand)
    if (byId !== null) byId.forEach((id) => reads.ids.add(id))
    else if (byType !== null) byType.forEach((type) => reads.types.add(type))
    else reads.everything = true
  }
}

function stringsOf(
  terms: readonly Term[],
  on: '_id' | '_type' | 'base',
  operand: (index: number) => unknown,
): readonly string[] | null {
  const term = terms.find((each) => each.on === on)
  if (term === undefined || !('value' in term)) return null
  return stringsIn(operand(term.value))
}

/** Without the terms that depend on where the filter stands. */
function closed(selection: Selection): Selection {
  const isClosed = (term: Term): boolean => {
    if (term.on === 'either') return term.branches.every((branch) => branch.every(isClosed))
    if (term.on === 'defined') return true
    const operand = selection.operands[term.value]
    return operand !== undefined && !reachOf(operand).outer
  }
  return {...selection, terms: selection.terms.filter(isClosed), isExact: false}
}

function* texts(rows: Iterable<LakeDocument>): Generator<LakeDocument> {
  for (const row of rows) yield withText(row)
}

function* counted<Row>(rows: Iterable<Row>, tick: () => void): Generator<Row> {
  for (const row of rows) {
    tick()
    yield row
  }
}
