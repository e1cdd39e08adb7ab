import {type Json, type JsonObject, type LakeDocument, publishedId} from '../../document.ts'
import {LakeError} from '../../errors.ts'
import {checkDocumentId, decodeMutations, isObject, type Mutation} from '../mutation.ts'

/** What an action sees: the state with the earlier actions of the request applied. */
export interface ActionState {
  /** ISO 8601, UTC. */
  readonly now: string
  /** Of whoever acts. */
  readonly userId: string
  newId(): string
  read(id: string): LakeDocument | null
  /** The versions that are in a release, by id. */
  versions(release: string): readonly LakeDocument[]
  /** A document as it was before it was deleted last; null for what never existed. */
  beforeDeletion(id: string): LakeDocument | null
}

/** The mutations that an action stands for. Source: the Actions API reference, and what Studio 6.16 sends. */
export type Handler = (action: JsonObject, state: ActionState) => readonly Mutation[]
export type Handlers = {readonly [actionType: string]: Handler}

export function malformed(message: string): never {
  throw new LakeError('malformedRequest', message)
}

export function idField(action: JsonObject, field: string): string {
  if (typeof action[field] !== 'string')
    return malformed(`The action needs "${field}", a document id.`)
  return checkDocumentId(action[field])
}

/** The document itself, under that field or the older name of it. */
export function attributesOf(action: JsonObject): JsonObject & {_type: string} {
  const given = action['attributes'] ?? action['document']
  if (!isObject(given) || typeof given['_type'] !== 'string')
    return malformed('The action needs a document with a "_type".')
  return {...given, _type: given['_type']}
}

export function existing({read}: ActionState, id: string): LakeDocument {
  const document = read(id)
  if (document === null)
    throw new LakeError('documentNotFound', `There is no document with the id "${id}".`, {id})
  return document
}

export function alreadyThere(taken: string, id: string): LakeError {
  return new LakeError(
    'documentAlreadyExists',
    `A document with the id "${taken}" already exists.`,
    {id},
  )
}

/** Where the action names a revision, the document must be at it. */
export function checkRevisionField(
  action: JsonObject,
  field: string,
  document: LakeDocument | null,
  id: string,
): void {
  const expected = action[field]
  if (expected === undefined || expected === null || expected === document?._rev) return
  throw new LakeError(
    'revisionDoesNotMatch',
    `"${id}" is at revision "${document?._rev ?? 'none'}", not at "${String(expected)}". Reload it and try again.`,
    {id, currentRevisionID: document?._rev ?? null},
  )
}

/** The draft or version, and the id that it is published under: nobody's words go live under another id. */
export function checkPair(draft: string, published: string): void {
  if (draft !== published && publishedId(draft) === published) return
  malformed(`"${draft}" is not a draft or version of "${published}".`)
}

export function written(
  type: 'create' | 'createOrReplace',
  document: JsonObject,
  {newId}: ActionState,
): readonly Mutation[] {
  return decodeMutations([{[type]: document}], newId)
}

export function patched(
  id: string,
  patch: Json | undefined,
  {newId}: ActionState,
): readonly Mutation[] {
  if (!isObject(patch)) return malformed('"patch" must be an object.')
  return decodeMutations([{patch: {...patch, id}}], newId)
}

export function deleted(id: string): Mutation {
  return {type: 'delete', selection: {ids: [id]}}
}

/** A document without what the lake stamps on it. */
export function content(document: LakeDocument): JsonObject {
  const {_rev, _updatedAt, _system, ...rest} = document
  return rest
}
