import {type Actor} from './actor.ts'
import {type JsonObject, type LakeDocument} from './document.ts'
import {type Door, transactionIdOf, type WriteRequest} from './door.ts'
import {LakeError} from './errors.ts'
import {decodeMutations} from './mutation.ts'
import {selected} from './selection.ts'
import {applyMutation, type MutationResult} from './transaction.ts'
import {mayRead} from './visibility.ts'

export interface MutateRequest extends WriteRequest {
  readonly mutations: unknown
}

export interface MutateAnswer {
  readonly transactionId: string
  readonly results: readonly (MutationResult & {readonly document: LakeDocument | null})[]
}

/** For all queries of one request together: they run on the thread that commits. */
const queryBudgetMs = 3_000

/** Sanity's mutations, several in one transaction. */
export function mutate(door: Door, actor: Actor, request: MutateRequest): MutateAnswer {
  const {house} = door
  const mutations = decodeMutations(request.mutations, door.newId)
  const transactionId = transactionIdOf(door, request)
  const attempt = {actor, transactionId, dryRun: request.dryRun === true, door: {type: 'mutate'}}
  const results: MutationResult[] = []
  const deadline = performance.now() + queryBudgetMs
  let documents: readonly (LakeDocument | null)[] = []
  door.commit(attempt, (workspace) => {
    for (const mutation of mutations) {
      results.push(
        ...applyMutation(workspace, mutation, 'client', (selection) =>
          selected(house, actor, workspace, selection, deadline - performance.now()),
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
  const {results} = mutate(door, actor, {mutations: [{createIfNotExists: document}]})
  const stored = results[0] === undefined ? null : door.house.store.document(results[0].id)
  if (stored === null) throw new Error('an asset document was stored but cannot be read')
  if (stored['sha256hash'] !== document['sha256hash']) {
    // Somebody described other bytes under this id, and pages may have been signed with that description.
    throw new LakeError('alreadyExists', `"${stored._id}" already describes other bytes.`)
  }
  return stored
}
