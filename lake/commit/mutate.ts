import {type Actor} from '../actor.ts'
import {checkBeforePatch} from './checks.ts'
import {type CommitRequest} from './commit.ts'
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
  const checkRoles = door.rolesHeld(actor)
  const selected = isByQuery ? await selectedBefore(door.house, mutations, select) : null
  checkRoles()
  return apply(door, actor, request, mutations, selected)
}

async function apply(
  door: Door,
  actor: Actor,
  request: WriteRequest,
  mutations: readonly Mutation[],
  selected: Selected | null,
): Promise<MutateAnswer> {
  const {house} = door
  const transactionId = transactionIdOf(door, request)
  const attempt = {actor, transactionId, dryRun: request.dryRun === true, door: {type: 'mutate'}}
  const results: MutationResult[] = []
  let documents: readonly (LakeDocument | null)[] = []
  const work: CommitRequest['work'] = (workspace) => {
    for (const mutation of mutations) {
      checkBeforePatch(house, actor, workspace, mutation)
      results.push(
        ...applyMutation(workspace, mutation, 'client', (selection) =>
          selectedWithin(house, actor, workspace, selection, selected ?? new Map()),
        ),
      )
    }
    // What was left as it was has been checked by nobody yet.
    documents = results.map(({id}) => {
      const document = workspace.read(id)
      return document !== null && mayRead(house, actor, document) ? document : null
    })
  }
  // What a query has found must be written before anything else is.
  if (selected === null) await door.commitSoon(attempt, work)
  else door.commit(attempt, work)
  return {
    transactionId,
    results: results.map((result, index) => ({...result, document: documents[index] ?? null})),
  }
}

/** Stores an asset document that the lake made itself from the bytes it received. */
export async function putAsset(
  door: Door,
  actor: Actor,
  document: JsonObject,
): Promise<LakeDocument> {
  const mutations = decodeMutations([{createIfNotExists: document}], door.newId)
  const {results} = await apply(door, actor, {}, mutations, null)
  const stored = results[0] === undefined ? null : door.house.store.document(results[0].id)
  if (stored === null) throw new Error('an asset document was stored but cannot be read')
  if (stored['sha256hash'] !== document['sha256hash']) {
    // Somebody described other bytes under this id, and pages may have been signed with that description.
    throw new LakeError('alreadyExists', `"${stored._id}" already describes other bytes.`)
  }
  return stored
}
