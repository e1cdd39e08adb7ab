import {evaluateSync, parse, toJS} from 'groq-js'
import {type Actor, actorId} from './actor.ts'
import {withinBudget} from './budget.ts'
import {type JsonObject} from './document.ts'
import {LakeError} from './errors.ts'
import {type House} from './house.ts'
import {checkDocumentId, type Selection} from './mutation.ts'
import {type Workspace} from './transaction.ts'
import {mayRead} from './visibility.ts'

/** The ids that a mutation by query is about: what the caller may read, as the transaction sees it. */
export function selected(
  house: House,
  actor: Actor,
  workspace: Workspace,
  {query, params}: Exclude<Selection, {ids: unknown}>,
  budgetMs: number,
): readonly string[] {
  const changed = new Map(workspace.changes().map(({id, after}) => [id, after]))
  const stored = [...house.store.documents()].filter((document) => !changed.has(document._id))
  const present = [...changed.values()].filter((document) => document !== null)
  const dataset = [...stored, ...present].filter((document) => mayRead(house, actor, document))
  let result: unknown
  try {
    const tree = parse(query, {params})
    const options = {dataset, params, identity: actorId(actor)}
    result = withinBudget(budgetMs, () => toJS(evaluateSync(tree, options)))
  } catch (error) {
    if (error instanceof LakeError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new LakeError('malformedRequest', `The query of the mutation cannot be run: ${reason}`)
  }
  const rows = Array.isArray(result) ? result : [result]
  return rows.map((row: unknown) => {
    const id = typeof row === 'object' && row !== null ? (row as JsonObject)['_id'] : row
    return checkDocumentId(id)
  })
}
