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
import {operandsOf} from '../groq/lists.ts'
import {reachOf} from '../groq/reach.ts'
import {Scope} from '../groq/scope.ts'
import {groqJsParts} from '../sourceMap/groqJsParts.ts'
import {traced} from '../sourceMap/trace.ts'
import {type Evaluation} from './evaluation.ts'
import {type GroqJsTree} from './groqJsTree.ts'
import {passing} from './passing.ts'
import {type Candidates} from './plan.ts'
import {type QueryRun} from './run.ts'
import {type Selection, selectionOf, type Term} from './terms.ts'

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
  const lists = candidates.map((each) => {
    const rows = candidateRows(each, run)
    const {name, condition, standsAlone} = each
    // Those that it lets through: all that it is put to would not fit into memory.
    return [name, [...(standsAlone && !isAsync ? passing(rows, condition, options) : rows)]]
  })
  return {
    ...options,
    dataset: scansEverything ? run.everything() : [],
    params: Object.fromEntries(lists) as Record<string, readonly LakeDocument[]>,
  }
}

function candidateRows({by, values, condition}: Candidates, run: QueryRun): Iterable<LakeDocument> {
  const whole = closed(selectionOf([condition]))
  const operand = operandsOf(whole, compiled)?.(new Scope(null, null, run))
  if (operand !== undefined) return run.select(whole, operand).rows
  if (by === null) return run.select(selectionOf([]), () => null).rows
  const list: ExprNode = {type: 'Value', value: values}
  const field: ExprNode = {type: 'AccessAttribute', name: by}
  const narrow = selectionOf([{type: 'OpCall', op: 'in', left: field, right: list}])
  return run.select(narrow, () => values).rows
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
