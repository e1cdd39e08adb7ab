import {type ExprNode} from 'groq-js'
import {type Evaluate, type Scope as PlainScope} from '../groq/scope.ts'
import {type Traced} from './origin.ts'

/** The parts of a query that are not followed, as whoever evaluates it works them out. */
export interface Parts {
  readonly evaluate: (node: ExprNode) => Evaluate
  /** True of a part that finds documents and hands them on whole. */
  readonly findsDocuments: (node: ExprNode) => boolean
}

/** A tracing under way: how a part of the query is followed at its place. */
export interface Tracing {
  readonly parts: Parts
  readonly trace: (node: ExprNode, scope: Scope) => Traced
}

/** What `@` and `^` mean at one place of a query. */
export interface Scope {
  readonly here: Traced
  readonly parent: Scope | null
  /** The same without origins. */
  readonly plain: PlainScope
}

export function inside(scope: Scope, here: Traced, isHidden = false): Scope {
  const {plain} = scope
  return {
    here,
    parent: plain.isHidden ? scope.parent : scope,
    plain: isHidden ? plain.hidden(here.value) : plain.nested(here.value),
  }
}

export function worked(node: ExprNode, {plain}: Scope, {parts}: Tracing): unknown {
  return parts.evaluate(node)(plain) ?? null
}
