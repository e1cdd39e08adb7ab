import {type LakeDocument} from '../document.ts'
import {type Running} from '../groq/scope.ts'
import {type EngineRequest} from './engine.ts'
import {LookupNotes} from './explain.ts'
import {type QueryFinder} from './finder.ts'
import {type Sight} from './sight.ts'
import {type SelectedRows, type Selection, selectionOf} from './selection.ts'
import {type Term} from './terms.ts'
import {stringsIn} from './wanted.ts'
import {withText} from '../groq/textQuery.ts'

/** One evaluation of a query: what it is given, and what it looked at. */
export class QueryRun implements Running {
  readonly memo = new Map<unknown, unknown>()
  readonly params: Running['params']
  readonly identity: string
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
  #now: string | null = null
  #everything: readonly LakeDocument[] | null = null

  constructor(finder: QueryFinder, sight: Sight, readsText: boolean, request: EngineRequest) {
    this.#finder = finder
    this.#sight = sight
    this.#readsText = readsText
    this.params = request.params
    this.identity = request.identity
    this.source = request.source
    this.notes = request.explain === true ? new LookupNotes() : null
  }

  get now(): string {
    this.#now ??= new Date().toISOString()
    return this.#now
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

function* texts(rows: Iterable<LakeDocument>): Generator<LakeDocument> {
  for (const row of rows) yield withText(row)
}

function* counted<Row>(rows: Iterable<Row>, tick: () => void): Generator<Row> {
  for (const row of rows) {
    tick()
    yield row
  }
}
