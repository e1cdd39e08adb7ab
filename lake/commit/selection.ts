import {type ExprNode, evaluateSync, toJS} from 'groq-js'
import {type Actor, actorId} from '../actor.ts'
import {withinBudget} from '../budget.ts'
import {type LakeDocument} from '../document.ts'
import {LakeError} from '../errors.ts'
import {nodesOf} from '../groq/tree.ts'
import {type House} from '../house.ts'
import {checkDocumentId, isObject, type Mutation, type Selection} from './mutation.ts'
import {type SelectedIds} from '../query/query.ts'
import {queryTree} from '../query/tree.ts'
import {withText} from '../groq/textQuery.ts'
import {type Workspace} from './workspace.ts'
import {mayRead} from '../visibility.ts'

export type QuerySelection = Exclude<Selection, {ids: unknown}>

/** Finds ids off the thread that commits. */
export type SelectIds = (selection: QuerySelection) => Promise<SelectedIds>

/** The ids that each query of a request selects, all at the same state of the dataset. */
export type Selected = ReadonlyMap<QuerySelection, readonly string[]>

/** For all queries of a request together. */
const selectMs = 3_000
const mostTries = 5

/**
 * Runs the queries of a request before its transaction begins. Nothing must be awaited between this and the commit.
 * @throws LakeError queryTimeout, and unavailable when others keep writing faster than that
 */
export async function selectedBefore(
  {store}: House,
  mutations: readonly Mutation[],
  select: SelectIds,
): Promise<Selected> {
  const selections = mutations.flatMap((mutation) =>
    'selection' in mutation && 'query' in mutation.selection ? [mutation.selection] : [],
  )
  const deadline = performance.now() + selectMs
  for (let tries = 0; tries < mostTries; tries++) {
    const found = new Map<QuerySelection, readonly string[]>()
    const seqs = new Set<number>()
    for (const selection of selections) {
      if (performance.now() > deadline) {
        throw new LakeError('queryTimeout', 'The queries of these mutations take too long.')
      }
      const {ids, seq} = await select(selection)
      found.set(selection, ids.map(checkDocumentId))
      seqs.add(seq)
    }
    if ([...seqs].every((seq) => seq === store.lastSeq())) return found
  }
  throw new LakeError('unavailable', 'Too much is being written just now. Try again in a moment.')
}

/** For what has to be judged anew on the thread that commits. */
const judgeMs = 250

/** The ids that a selection is about once earlier mutations of its transaction have been applied. */
export function selectedWithin(
  house: House,
  actor: Actor,
  workspace: Workspace,
  selection: QuerySelection,
  selected: Selected,
): readonly string[] {
  const ids = selected.get(selection) ?? []
  const changes = workspace.changes()
  if (changes.length === 0) return ids
  const changed = new Set(changes.map(({id}) => id))
  const present = changes
    .flatMap(({after}) => after ?? [])
    .filter((document) => mayRead(house, actor, document))
  return [...ids.filter((id) => !changed.has(id)), ...matching(present, actor, selection)]
}

function matching(
  documents: readonly LakeDocument[],
  actor: Actor,
  {query, params}: QuerySelection,
): readonly string[] {
  const {tree, readsText} = queryTree(query, params)
  if (!judgesEachAlone(tree)) {
    throw new LakeError(
      'unsupported',
      'A query that does not judge each document by itself must be the first mutation of its transaction.',
    )
  }
  const dataset = readsText ? documents.map(withText) : documents
  const options = {dataset, identity: actorId(actor)}
  const found: unknown = withinBudget(judgeMs, () => toJS(evaluateSync(tree, options)))
  return (Array.isArray(found) ? found : []).map((row: unknown) =>
    checkDocumentId(isObject(row) ? row['_id'] : row),
  )
}

/** True when what a query finds of a document does not depend on any other one. */
function judgesEachAlone(tree: ExprNode): boolean {
  switch (tree.type) {
    case 'Everything':
      return true
    case 'Filter':
    case 'Map':
    case 'FlatMap':
      return judgesEachAlone(tree.base) && isAboutOne(tree.expr)
    case 'PipeFuncCall':
      return judgesEachAlone(tree.base) && tree.args.every(isAboutOne)
    case 'ArrayCoerce':
    case 'Group':
      return judgesEachAlone(tree.base)
    default:
      return false
  }
}

const reaching: ReadonlySet<string> = new Set(['Everything', 'Deref'])

function isAboutOne(expression: ExprNode): boolean {
  return [...nodesOf(expression)].every(
    (node) =>
      !reaching.has(node.type) && !(node.type === 'FuncCall' && node.namespace === 'releases'),
  )
}
