import {type JsonObject, publishedId} from '../../document.ts'
import {checkDocumentId} from '../mutation.ts'
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

/** Sanity's actions on one version of a document; a draft counts as one. */
export const versionActions: Handlers = {
  'sanity.action.document.version.create': (action, state) => {
    const published = idField(action, 'publishedId')
    const {_id, ...document} = versionGiven(action)
    const id = _id ?? idField(action, 'versionId')
    checkPair(id, published)
    if (state.read(id) !== null) throw alreadyThere(id, id)
    if (_id !== null) return written('create', {...document, _id: id}, state)
    const baseId = idField(action, 'baseId')
    const base = existing(state, baseId)
    checkPairOrSame(baseId, published)
    checkRevisionField(action, 'ifBaseRevisionId', base, baseId)
    const _system = {base: {id: baseId, rev: base._rev}}
    return written('create', {...content(base), _id: id, _system}, state)
  },
  'sanity.action.document.version.replace': (action, state) => {
    const {_id} = versionGiven(action)
    if (_id === null) return malformed('The action needs "document" with the "_id" of a version.')
    checkPair(_id, publishedId(_id))
    existing(state, _id)
    return written('createOrReplace', {...attributesOf(action), _id}, state)
  },
  'sanity.action.document.version.discard': (action, state) => {
    const id = idField(action, 'versionId')
    if (id === publishedId(id)) return malformed('"versionId" must name a draft or a version.')
    existing(state, id)
    return [deleted(id)]
  },
  'sanity.action.document.version.unpublish': (action, state) => {
    const published = idField(action, 'publishedId')
    const id = idField(action, 'versionId')
    checkPair(id, published)
    if (!id.startsWith('versions.'))
      return malformed('"versionId" must name a version in a release.')
    const live = existing(state, published)
    if (state.read(id) !== null) return patched(id, {set: {'_system.delete': true}}, state)
    const _system = {base: {id: published, rev: live._rev}, delete: true}
    return written('create', {...content(live), _id: id, _system}, state)
  },
}

/** The version itself, where the action brings one. */
function versionGiven(action: JsonObject): JsonObject & {readonly _id: string | null} {
  if (action['document'] === undefined && action['attributes'] === undefined) return {_id: null}
  const document = attributesOf(action)
  return {...document, _id: checkDocumentId(document['_id'])}
}

/** A version is made from the published document, its draft, or another version of it. */
function checkPairOrSame(baseId: string, published: string): void {
  if (baseId !== published) checkPair(baseId, published)
}
