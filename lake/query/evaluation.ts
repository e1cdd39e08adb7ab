import {type Json} from '../document.ts'
import {Scope} from '../groq/scope.ts'
import {ownParts} from '../sourceMap/ownParts.ts'
import {type Origin} from '../sourceMap/origin.ts'
import {traced} from '../sourceMap/trace.ts'
import {type QueryProgram} from './program.ts'
import {type QueryRun} from './run.ts'

/** A query that was evaluated, by the lake's own functions or by groq-js. */
export interface Evaluation {
  readonly result: Json
  /** Where the result came from, found out when it is asked for; null where that cannot be told. */
  readonly origin: () => Origin | null
}

export function evaluatedByProgram({tree, evaluate}: QueryProgram, run: QueryRun): Evaluation {
  const scope = new Scope(null, null, run)
  return {
    result: (evaluate(scope) ?? null) as Json,
    origin: () => traced(tree, scope, ownParts).origin,
  }
}
