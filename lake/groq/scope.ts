import {type LakeDocument} from '../document.ts'
import {type SelectedRows, type Selection} from '../query/selection.ts'

/** What a query is evaluated against. */
export interface Surroundings {
  readonly params: {readonly [name: string]: unknown}
  readonly identity: string
  /** What `now()` says, ISO 8601. */
  readonly now: string
  readonly source: {readonly projectId: string; readonly dataset: string} | undefined
  /** All documents, in their order. */
  everything(): readonly LakeDocument[]
  /** What a filter over everything can match at most; `operand` works out what it compares with. */
  select(selection: Selection, operand: (index: number) => unknown): SelectedRows
  /** How many a selection finds that is exact, where an index can tell. */
  count(selection: Selection, operand: (index: number) => unknown): number | null
  dereference(id: string): LakeDocument | null
}

/** What does not depend on where it stands is worked out once in a run. */
export interface Running extends Surroundings {
  readonly memo: Map<unknown, unknown>
}

/** What `@` and `^` mean at one place of a query. The scopes of `[]` and what follows it do not count as parents. */
export class Scope {
  readonly value: unknown
  readonly parent: Scope | null
  readonly run: Running
  readonly isHidden: boolean

  constructor(value: unknown, parent: Scope | null, run: Running, isHidden = false) {
    this.value = value
    this.parent = parent
    this.run = run
    this.isHidden = isHidden
  }

  nested(value: unknown): Scope {
    return new Scope(value, this.isHidden ? this.parent : this, this.run)
  }

  hidden(value: unknown): Scope {
    return new Scope(value, this.isHidden ? this.parent : this, this.run, true)
  }
}

/** The scope that so many `^` mean. */
export function ancestor<Of extends {readonly parent: Of | null}>(
  scope: Of,
  steps: number,
): Of | null {
  let found: Of | null = scope
  for (let step = 0; step < steps && found !== null; step++) found = found.parent
  return found
}

/** A part of a query, ready to be worked out at a place. */
export type Evaluate = (scope: Scope) => unknown
