import {evaluateSync, type EvaluateOptions, type ExprNode, toJS} from 'groq-js'
import {type LakeDocument} from '../document.ts'

const batchSize = 64

/** Of many documents those that a condition lets through which only groq-js can judge. */
export function* passing(
  rows: Iterable<LakeDocument>,
  condition: ExprNode,
  options: EvaluateOptions,
): Generator<LakeDocument> {
  const tree: ExprNode = {
    type: 'Filter',
    base: {type: 'Parameter', name: 'rows'},
    expr: condition,
  }
  let batch: LakeDocument[] = []
  for (const row of rows) {
    batch.push(row)
    if (batch.length < batchSize) continue
    yield* passed(batch, tree, options)
    batch = []
  }
  yield* passed(batch, tree, options)
}

function passed(
  batch: readonly LakeDocument[],
  tree: ExprNode,
  options: EvaluateOptions,
): readonly LakeDocument[] {
  try {
    const found = toJS(evaluateSync(tree, {...options, params: {rows: batch}})) as LakeDocument[]
    const ids = new Set(found.map(({_id}) => _id))
    return batch.filter(({_id}) => ids.has(_id))
  } catch {
    // What is wrong with the query is told when it is evaluated as a whole.
    return batch
  }
}
