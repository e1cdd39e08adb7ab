import {draftId, type Json, type JsonObject, publishedId} from '../../document.ts'
import {checkDocumentId, isObject} from '../mutation.ts'
import {strengthenReferences} from '../../references.ts'
import {
  alreadyThere,
  attributesOf,
  checkPair,
  checkRevisionField,
  content,
  deleted,
  existing,
  type Handlers,
  idField,
  malformed,
  patched,
  written,
} from './handler.ts'

function pair(action: JsonObject): {draft: string; published: string} {
  const draft = idField(action, 'draftId')
  const published = idField(action, 'publishedId')
  checkPair(draft, published)
  return {draft, published}
}

/** Sanity's actions on a document and its draft. */
export const documentActions: Handlers = {
  'sanity.action.document.create': (action, state) => {
    const {read} = state
    const wanted = isObject(action['attributes']) ? action['attributes']['_id'] : undefined
    const id =
      typeof wanted === 'string' ? checkDocumentId(wanted) : draftId(idField(action, 'publishedId'))
    const group = publishedId(id)
    const taken = read(draftId(group)) ?? read(group) ?? read(id)
    if (taken !== null && action['ifExists'] === 'ignore') return []
    if (taken !== null) throw alreadyThere(taken._id, id)
    return written('create', {...attributesOf(action), _id: id}, state)
  },
  'sanity.action.document.edit': (action, state) => {
    const {draft, published} = pair(action)
    const patch = patched(draft, action['patch'], state)
    if (state.read(draft) !== null) return patch
    const base = existing(state, published)
    return [...written('create', {...content(base), _id: draft}, state), ...patch]
  },
  'sanity.action.document.publish': (action, state) => {
    const {draft, published} = pair(action)
    const source = existing(state, draft)
    checkRevisionField(action, 'ifDraftRevisionId', source, draft)
    checkRevisionField(action, 'ifPublishedRevisionId', state.read(published), published)
    const words = strengthenReferences({...content(source), _id: published}) as JsonObject
    return [...written('createOrReplace', words, state), deleted(draft)]
  },
  'sanity.action.document.unpublish': (action, state) => {
    const {draft, published} = pair(action)
    const source = existing(state, published)
    const kept =
      state.read(draft) === null ? written('create', {...content(source), _id: draft}, state) : []
    return [...kept, deleted(published)]
  },
  'sanity.action.document.discard': (action, state) => {
    const draft = idField(action, 'draftId')
    existing(state, draft)
    return [deleted(draft)]
  },
  'sanity.action.document.replaceDraft': (action, state) => {
    const id = draftId(idField(action, 'publishedId'))
    return written('createOrReplace', {...attributesOf(action), _id: id}, state)
  },
  'sanity.action.document.delete': (action, state) => {
    const published = idField(action, 'publishedId')
    const drafts = action['includeDrafts'] ?? []
    if (!Array.isArray(drafts))
      return malformed('"includeDrafts" must be an array of document ids.')
    existing(state, published)
    const also = drafts
      .map((id: Json) => checkDocumentId(id))
      .filter((id) => state.read(id) !== null)
    return [deleted(published), ...also.map(deleted)]
  },
}
