import {
  type AnyStaticValue,
  evaluate,
  type EvaluateOptions,
  evaluateSync,
  type ExprNode,
  toJS,
} from 'groq-js'
import {type Json, type LakeDocument} from '../document.ts'
import {LakeError} from '../errors.ts'
import {compiled} from '../groq/compile.ts'
import {Scope} from '../groq/scope.ts'
import {groqJsParts} from '../sourceMap/groqJsParts.ts'
import {traced} from '../sourceMap/trace.ts'
import {type Evaluation} from './evaluation.ts'
import {type GroqJsTree} from './groqJsTree.ts'
import {passing} from './passing.ts'
import {standsAlone} from './plan.ts'
import {type QueryRun} from './run.ts'
import {selectionOf} from './selection.ts'
import {type Term} from './terms.ts'

/**
 * What only groq-js can evaluate.
 * @throws LakeError malformedRequest
 */
export async function evaluatedByGroqJs(query: GroqJsTree, run: QueryRun): Promise<Evaluation> {
  const options = optionsFor(query, run)
  const {tree, isAsync} = query
  const scope = new Scope(null, null, run)
  return {
    result: await evaluated(query, options),
    // What compares documents cannot be followed step by step.
    origin: () => (isAsync ? null : traced(tree, scope, groqJsParts(options)).origin),
  }
}

/** groq-js is given every list of documents that the query may go through. */
function optionsFor(
  {candidates, scansEverything, isAsync}: GroqJsTree,
  run: QueryRun,
): EvaluateOptions {
  const options = {
    identity: run.identity,
    timestamp: new Date(run.now),
    ...(run.source === undefined ? {} : {sanity: run.source}),
    dereference: ({_ref}: {readonly _ref: string}) => run.dereference(_ref),
  }
  const lists = candidates.map(({name, condition}) => {
    const rows = candidateRows(condition, run)
    // Those that it lets through: all that it is put to would not fit into memory.
    const isJudged = standsAlone(condition) && !isAsync
    return [name, [...(isJudged ? passing(rows, condition, options) : rows)]]
  })
  return {
    ...options,
    dataset: scansEverything ? run.everything() : [],
    params: Object.fromEntries(lists) as Record<string, readonly LakeDocument[]>,
  }
}

/** By what a condition asks of a document wherever it stands. */
function candidateRows(condition: ExprNode, run: QueryRun): Iterable<LakeDocument> {
  const scope = new Scope(null, null, run)
  const selection = selectionOf([condition])
  const operands = selection.operands.map((operand) =>
    standsAlone(operand) ? compiled(operand) : null,
  )
  const isKnown = (term: Term): boolean => {
    if (term.on === 'either') return term.branches.every((branch) => branch.every(isKnown))
    return term.on === 'defined' || (operands[term.value] ?? null) !== null
  }
  const known = {...selection, terms: selection.terms.filter(isKnown), isExact: false}
  return run.select(known, (index) => operands[index]?.(scope) ?? null).rows
}

async function evaluated({tree, isAsync}: GroqJsTree, options: EvaluateOptions): Promise<Json> {
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
