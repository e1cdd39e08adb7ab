import {bundleOf, draftId, type JsonObject, type LakeDocument, publishedId} from '../../document.ts'
import {LakeError} from '../../errors.ts'
import {isObject, type Mutation} from '../mutation.ts'
import {strengthenReferences} from '../../references.ts'
import {
  checkReleaseName,
  locked,
  maxReleaseBytes,
  maxReleaseDocuments,
  releaseId,
  releaseType,
  type ReleaseState,
  stateOf,
  unpublishes,
} from '../../releases/release.ts'
import {
  type ActionState,
  alreadyThere,
  attributesOf,
  content,
  deleted,
  type Handlers,
  malformed,
  patched,
  written,
} from './handler.ts'
import {checkEdit, checkMetadata} from './releaseMetadata.ts'

/** Sanity's actions on releases: the only way to write a release document. Each is one step of its life. */
export const releaseActions: Handlers = {
  'sanity.action.release.create': (action, state) => {
    const name = checkReleaseName(action['releaseId'])
    const id = releaseId(name)
    if (state.read(id) !== null) throw alreadyThere(id, id)
    const metadata = checkMetadata(action['metadata'] ?? {})
    return written('create', fresh(name, {metadata, userId: state.userId}), state)
  },
  'sanity.action.release.edit': (action, state) => {
    const release = releaseIn(action, state, ['active', 'scheduled'])
    const patch = patched(release._id, action['patch'], state)
    checkEdit(release, patch)
    return patch
  },
  'sanity.action.release.publish': (action, state) =>
    goesLive(releaseIn(action, state, ['active']), state),
  'sanity.action.release.schedule': (action, state) => {
    const release = releaseIn(action, state, ['active', 'scheduled'])
    const publishAt = momentOf(action['publishAt'])
    if (publishAt <= state.now) return goesLive(release, state)
    checkSize(state.versions(nameOf(release)))
    const set = {state: 'scheduled', publishAt, userId: state.userId}
    return patched(release._id, {set, unset: ['error']}, state)
  },
  'sanity.action.release.unschedule': (action, state) => {
    const release = releaseIn(action, state, ['scheduled'])
    return patched(release._id, {set: {state: 'active', publishAt: null}}, state)
  },
  'sanity.action.release.archive': (action, state) => {
    const release = releaseIn(action, state, ['active'])
    const versions = state.versions(nameOf(release))
    const set = {state: 'archived', finalDocumentStates: finalStates(versions, state)}
    return [
      ...versions.map(({_id}) => deleted(_id)),
      ...patched(release._id, {set, unset: ['error']}, state),
    ]
  },
  'sanity.action.release.unarchive': (action, state) => {
    const release = releaseIn(action, state, ['archived'])
    const restored = finalIds(release).flatMap((id) => {
      const words = state.read(id) === null ? state.beforeDeletion(id) : null
      return words === null ? [] : [{...content(words), _system: words['_system']}]
    })
    const set = {state: 'active', finalDocumentStates: null}
    return [
      ...patched(release._id, {set}, state),
      ...restored.flatMap((words) => written('create', words, state)),
    ]
  },
  'sanity.action.release.delete': (action, state) => [
    deleted(releaseIn(action, state, ['archived', 'published'])._id),
  ],
  'sanity.action.release.import': (action, state) => {
    const name = checkReleaseName(action['releaseId'])
    const id = releaseId(name)
    const known = state.read(id)
    const {ifExists = 'fail'} = action
    if (typeof ifExists !== 'string' || !['fail', 'ignore', 'replace'].includes(ifExists))
      return malformed('"ifExists" is fail, ignore or replace.')
    if (known !== null && ifExists === 'ignore') return []
    if (known !== null && ifExists === 'fail') throw alreadyThere(id, id)
    return written('createOrReplace', brought(name, attributesOf(action), state), state)
  },
}

/** Everything in the release goes live, or comes down, in one transaction; the versions go. */
export function goesLive(release: LakeDocument, state: ActionState): readonly Mutation[] {
  const versions = state.versions(nameOf(release))
  checkSize(versions)
  const set = {
    state: 'published',
    publishedAt: state.now,
    finalDocumentStates: finalStates(versions, state),
  }
  return [
    ...versions.flatMap((version) => {
      const id = publishedId(version._id)
      if (unpublishes(version)) return comesDown(id, state)
      const words = strengthenReferences({...content(version), _id: id}) as JsonObject
      return written('createOrReplace', words, state)
    }),
    ...versions.map(({_id}) => deleted(_id)),
    ...patched(release._id, {set, unset: ['error']}, state),
  ]
}

/** Words that a release takes down are kept as a draft, unless there is one. Source: Studio 6.16 counts on it. */
function comesDown(id: string, state: ActionState): readonly Mutation[] {
  const live = state.read(id)
  if (live === null) return []
  const draft = draftId(id)
  const isFree = state.read(draft) === null
  return [...(isFree ? written('create', {...content(live), _id: draft}, state) : []), deleted(id)]
}

function fresh(name: string, fields: JsonObject): JsonObject {
  return {
    _id: releaseId(name),
    _type: releaseType,
    name,
    state: 'active',
    publishAt: null,
    finalDocumentStates: null,
    ...fields,
  }
}

/** A release as an export has it. What was to happen somewhere else happens here when somebody here decides it. */
function brought(name: string, given: JsonObject, state: ActionState): JsonObject {
  const isOver = given['state'] === 'published' || given['state'] === 'archived'
  const {publishedAt, publishAt, finalDocumentStates, _createdAt} = given
  return fresh(name, {
    metadata: checkMetadata(given['metadata'] ?? {}),
    userId: state.userId,
    ...(_createdAt === undefined ? {} : {_createdAt}),
    ...(isOver ? {state: given['state'], finalDocumentStates: finalDocumentStates ?? null} : {}),
    ...(isOver && typeof publishAt === 'string' ? {publishAt} : {}),
    ...(isOver && typeof publishedAt === 'string' ? {publishedAt} : {}),
  })
}

/** The release that the action names, in one of the states that it takes. */
function releaseIn(
  action: JsonObject,
  {read}: ActionState,
  states: readonly ReleaseState[],
): LakeDocument {
  const id = releaseId(checkReleaseName(action['releaseId']))
  const release = read(id)
  if (release === null)
    throw new LakeError('documentNotFound', `There is no release "${id}".`, {id})
  if (!states.includes(stateOf(release))) throw locked(release, id)
  return release
}

function nameOf(release: LakeDocument): string {
  return String(release['name'])
}

function momentOf(value: unknown): string {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN
  if (Number.isNaN(time)) return malformed('"publishAt" is a time in ISO 8601.')
  return new Date(time).toISOString()
}

function checkSize(versions: readonly LakeDocument[]): void {
  const bytes = versions.reduce((sum, version) => sum + JSON.stringify(version).length, 0)
  if (versions.length <= maxReleaseDocuments && bytes <= maxReleaseBytes) return
  throw new LakeError(
    'tooLarge',
    `A release takes up to ${maxReleaseDocuments} documents of ${maxReleaseBytes / 1e6} MB together.`,
  )
}

function finalStates(
  versions: readonly LakeDocument[],
  {newId}: ActionState,
): readonly JsonObject[] {
  return versions.map(({_id}) => ({_key: newId(), id: _id}))
}

/** The versions that were in the release. An import says what it likes: nothing else comes back that way. */
function finalIds(release: LakeDocument): readonly string[] {
  const {finalDocumentStates} = release
  const states: readonly unknown[] = Array.isArray(finalDocumentStates) ? finalDocumentStates : []
  const ids = states.flatMap((state) =>
    isObject(state) && typeof state['id'] === 'string' ? [state['id']] : [],
  )
  const own = [...new Set(ids)].filter((id) => {
    const bundle = bundleOf(id)
    return bundle.kind === 'version' && bundle.release === nameOf(release)
  })
  return own.slice(0, maxReleaseDocuments)
}
