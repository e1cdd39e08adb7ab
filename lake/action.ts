import {draftId, type Json, type JsonObject, type LakeDocument, publishedId} from './document.ts'
import {LakeError} from './errors.ts'
import {checkDocumentId, decodeMutations, isObject, type Mutation} from './mutation.ts'

/**
 * Sanity's document actions as mutations. Source: the Actions API reference and what Studio 6.16 sends.
 * Each handler sees the state with the earlier actions of the request applied.
 */
type Read = (id: string) => LakeDocument | null
type Handler = (action: JsonObject, read: Read, newId: () => string) => readonly Mutation[]

function malformed(message: string): never {
  throw new LakeError('malformedRequest', message)
}

function idField(action: JsonObject, field: string): string {
  if (typeof action[field] !== 'string')
    return malformed(`The action needs "${field}", a document id.`)
  return checkDocumentId(action[field])
}

/** The draft or version, and the id that it is published under: nobody's words go live under another id. */
function pair(action: JsonObject): {draft: string; published: string} {
  const draft = idField(action, 'draftId')
  const published = idField(action, 'publishedId')
  if (draft !== published && publishedId(draft) === published) return {draft, published}
  return malformed(`"${draft}" is not a draft or version of "${published}".`)
}

function existing(read: Read, id: string): LakeDocument {
  const document = read(id)
  if (document === null)
    throw new LakeError('documentNotFound', `There is no document with the id "${id}".`, {id})
  return document
}

function optionalRevision(
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

function attributes(action: JsonObject, id: string): JsonObject & {_id: string; _type: string} {
  const given = action['attributes'] ?? action['document']
  if (!isObject(given) || typeof given['_type'] !== 'string') {
    return malformed('The action needs "attributes", a document with a "_type".')
  }
  return {...given, _id: id, _type: given['_type']}
}

function created(
  type: 'create' | 'createOrReplace',
  document: JsonObject,
  newId: () => string,
): readonly Mutation[] {
  return decodeMutations([{[type]: document}], newId)
}

function deleted(id: string): Mutation {
  return {type: 'delete', selection: {ids: [id]}}
}

/** Content of a document without what the lake stamps on it. */
function content(document: LakeDocument): JsonObject {
  const {_rev, _updatedAt, _system, ...rest} = document
  return rest
}

/** References to drafts become what they asked for on publishing. Source: `_strengthenOnPublish` in @sanity/types. */
export function strengthenReferences(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((item: Json) => strengthenReferences(item) ?? null)
  if (!isObject(value)) return value
  const fields = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, strengthenReferences(item)]),
  ) as Record<string, Json | undefined>
  const wish = fields['_strengthenOnPublish']
  if (fields['_ref'] === undefined || wish === undefined) return fields
  delete fields['_strengthenOnPublish']
  if (!isObject(wish) || wish['weak'] !== true) delete fields['_weak']
  return fields
}

const handlers: {readonly [actionType: string]: Handler} = {
  'sanity.action.document.create': (action, read, newId) => {
    const wanted = isObject(action['attributes']) ? action['attributes']['_id'] : undefined
    const id =
      typeof wanted === 'string' ? checkDocumentId(wanted) : draftId(idField(action, 'publishedId'))
    const group = publishedId(id)
    const taken = read(draftId(group)) ?? read(group) ?? read(id)
    if (taken !== null && action['ifExists'] === 'ignore') return []
    if (taken !== null) {
      throw new LakeError(
        'documentAlreadyExists',
        `A document with the id "${taken._id}" already exists.`,
        {id},
      )
    }
    return created('create', attributes(action, id), newId)
  },
  'sanity.action.document.edit': (action, read, newId) => {
    const {draft, published} = pair(action)
    if (!isObject(action['patch'])) return malformed('"patch" must be an object.')
    const patch = decodeMutations([{patch: {...action['patch'], id: draft}}], newId)
    if (read(draft) !== null) return patch
    const base = existing(read, published)
    return [...created('create', {...content(base), _id: draft}, newId), ...patch]
  },
  'sanity.action.document.publish': (action, read, newId) => {
    const {draft, published} = pair(action)
    const source = existing(read, draft)
    const target = read(published)
    optionalRevision(action, 'ifDraftRevisionId', source, draft)
    optionalRevision(action, 'ifPublishedRevisionId', target, published)
    const words = strengthenReferences({...content(source), _id: published}) as JsonObject
    return [...created('createOrReplace', words, newId), deleted(draft)]
  },
  'sanity.action.document.unpublish': (action, read, newId) => {
    const {draft, published} = pair(action)
    const source = existing(read, published)
    const kept =
      read(draft) === null ? created('create', {...content(source), _id: draft}, newId) : []
    return [...kept, deleted(published)]
  },
  'sanity.action.document.discard': (action, read) => {
    const draft = idField(action, 'draftId')
    existing(read, draft)
    return [deleted(draft)]
  },
  'sanity.action.document.version.discard': (action, read) => {
    const id = idField(action, 'versionId')
    if (id === publishedId(id)) return malformed('"versionId" must name a draft or a version.')
    existing(read, id)
    return [deleted(id)]
  },
  'sanity.action.document.replaceDraft': (action, _read, newId) =>
    created('createOrReplace', attributes(action, draftId(idField(action, 'publishedId'))), newId),
  'sanity.action.document.delete': (action, read) => {
    const published = idField(action, 'publishedId')
    const drafts = action['includeDrafts'] ?? []
    if (!Array.isArray(drafts))
      return malformed('"includeDrafts" must be an array of document ids.')
    existing(read, published)
    const also = drafts.map((id: Json) => checkDocumentId(id)).filter((id) => read(id) !== null)
    return [deleted(published), ...also.map(deleted)]
  },
}

/** The mutations that a built-in action stands for. Unknown actions are refused: an unknown door is closed. */
export function actionMutations(
  action: JsonObject,
  read: Read,
  newId: () => string,
): readonly Mutation[] {
  const type = action['actionType']
  const handler =
    typeof type === 'string' && Object.hasOwn(handlers, type) ? handlers[type] : undefined
  if (handler !== undefined) return handler(action, read, newId)
  throw new LakeError(
    'unsupported',
    `This lake does not know the action "${String(type).slice(0, 80)}". It knows ${Object.keys(handlers).join(', ')}.`,
  )
}

/** Each of them may ask for everything on record: many at once would hold up everybody else. */
const maxActions = 100

export function decodeActions(wire: unknown): readonly JsonObject[] {
  const list: unknown = Array.isArray(wire) ? wire : [wire]
  if (!Array.isArray(list) || list.length === 0)
    return malformed('"actions" must be a list of at least one action.')
  if (list.length > maxActions) {
    throw new LakeError('tooLarge', `A transaction takes at most ${maxActions} actions.`)
  }
  return list.map((action: unknown, index) => {
    if (!isObject(action) || typeof action['actionType'] !== 'string') {
      return malformed(`Action ${index} must be an object with an "actionType".`)
    }
    return action
  })
}
