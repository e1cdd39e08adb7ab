import {type Actor} from '../actor.ts'
import {checkBeforePatch} from './checks.ts'
import {type JsonObject, type LakeDocument} from '../document.ts'
import {type Door, transactionIdOf, type WriteRequest} from '../door.ts'
import {LakeError} from '../errors.ts'
import {decodeMutations, type Mutation} from './mutation.ts'
import {type Selected, selectedBefore, selectedWithin, type SelectIds} from './selection.ts'
import {applyMutation, type MutationResult} from './transaction.ts'
import {mayRead} from '../visibility.ts'

export interface MutateRequest extends WriteRequest {
  readonly mutations: unknown
}

export interface MutateAnswer {
  readonly transactionId: string
  readonly results: readonly (MutationResult & {readonly document: LakeDocument | null})[]
}

/** Sanity's mutations, several in one transaction. Their queries are run before it begins. */
export async function mutate(
  door: Door,
  actor: Actor,
  request: MutateRequest,
  select: SelectIds,
): Promise<MutateAnswer> {
  const mutations = decodeMutations(request.mutations, door.newId)
  const isByQuery = mutations.some(
    (mutation) => 'selection' in mutation && 'query' in mutation.selection,
  )
  const selected = isByQuery ? await selectedBefore(door.house, mutations, select) : new Map()
  return apply(door, actor, request, mutations, selected)
}

function apply(
  door: Door,
  actor: Actor,
  request: WriteRequest,
  mutations: readonly Mutation[],
  selected: Selected,
): MutateAnswer {
  const {house} = door
  const transactionId = transactionIdOf(door, request)
  const attempt = {actor, transactionId, dryRun: request.dryRun === true, door: {type: 'mutate'}}
  const results: MutationResult[] = []
  let documents: readonly (LakeDocument | null)[] = []
  door.commit(attempt, (workspace) => {
    for (const mutation of mutations) {
      checkBeforePatch(house, actor, workspace, mutation)
      results.push(
        ...applyMutation(workspace, mutation, 'client', (selection) =>
          selectedWithin(house, actor, workspace, selection, selected),
        ),
      )
    }
    // What was left as it was has been checked by nobody yet.
    documents = results.map(({id}) => {
      const document = workspace.read(id)
      return document !== null && mayRead(house, actor, document) ? document : null
    })
  })
  return {
    transactionId,
    results: results.map((result, index) => ({...result, document: documents[index] ?? null})),
  }
}

/** Stores an asset document that the lake made itself from the bytes it received. */
export function putAsset(door: Door, actor: Actor, document: JsonObject): LakeDocument {
  const mutations = decodeMutations([{createIfNotExists: document}], door.newId)
  const {results} = apply(door, actor, {}, mutations, new Map())
  const stored = results[0] === undefined ? null : door.house.store.document(results[0].id)
  if (stored === null) throw new Error('an asset document was stored but cannot be read')
  if (stored['sha256hash'] !== document['sha256hash']) {
    // Somebody described other bytes under this id, and pages may have been signed with that description.
    throw new LakeError('alreadyExists', `"${stored._id}" already describes other bytes.`)
  }
  return stored
}
