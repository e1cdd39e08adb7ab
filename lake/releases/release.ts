import {bundleOf, type Json, type JsonObject, type LakeDocument, publishedId} from '../document.ts'
import {LakeError} from '../errors.ts'

/**
 * A release is a document `_.releases.<name>` that holds together the versions `versions.<name>.<id>`. Shape and states:
 * `ReleaseDocument` of @sanity/client. The states in between (`scheduling` ...) are never seen here: each step is one commit.
 */
export const releaseType = 'system.release'
export type ReleaseState = 'active' | 'scheduled' | 'published' | 'archived'

/** Source: Sanity's documentation of content releases. */
export const maxReleaseDocuments = 1_000
export const maxReleaseBytes = 100_000_000

type Read = (id: string) => LakeDocument | null

const prefix = '_.releases.'
const nameSyntax = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/
/** What perspectives call something else. */
const takenNames = ['published', 'drafts', 'previewDrafts', 'raw']

/** Documents under `_.` are the lake's own: actions write them, mutations cannot. */
export function isSystemId(id: string): boolean {
  return id.startsWith('_.')
}

export function releaseId(name: string): string {
  return prefix + name
}

/** Anything else that calls itself a release is none: nobody but an action wrote what is under `_.releases.`. */
export function isRelease({_id, _type, name}: LakeDocument): boolean {
  return _type === releaseType && _id === releaseId(String(name))
}

/** Accepts the name of a release, or throws a sentence that says what is wrong with it. */
export function checkReleaseName(name: unknown): string {
  if (typeof name === 'string' && nameSyntax.test(name) && !takenNames.includes(name)) return name
  throw new LakeError(
    'malformedRequest',
    `"releaseId" is the name of a release: up to 100 letters, digits, "-" and "_", and none of ${takenNames.join(', ')}.`,
  )
}

export function stateOf(release: LakeDocument): ReleaseState {
  return release['state'] as ReleaseState
}

/** Null when a client may write under this id as far as releases go; else the refusal. */
export function lockOn(read: Read, id: string): LakeError | null {
  if (isSystemId(id)) {
    return new LakeError(
      'insufficientPermissions',
      `"${id}" is kept by the lake. Change releases with the actions "sanity.action.release.*".`,
      {id, permission: 'update'},
    )
  }
  const bundle = bundleOf(id)
  if (bundle.kind !== 'version') return null
  const release = read(releaseId(bundle.release))
  return release === null || stateOf(release) === 'active' ? null : locked(release, id)
}

export function locked(release: LakeDocument, id: string): LakeError {
  const state = stateOf(release)
  const way = {
    active: 'It is open.',
    scheduled: 'Unschedule it first.',
    published: 'Put the words into another release.',
    archived: 'Unarchive it first.',
  }[state]
  const name = String(release['name'])
  return new LakeError(
    'releaseLocked',
    `The release "${titleOf(release)}" is ${state}, so that cannot be done. ${way}`,
    {id, releaseId: name, state},
  )
}

function titleOf({metadata, name}: LakeDocument): string {
  const title: unknown =
    typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, 'title') : null
  return typeof title === 'string' && title !== '' ? title : String(name)
}

/** What the lake says of a version in `_system`: null for everything else. Source: `DocumentSystem` in @sanity/types. */
export function systemOf(id: string, given: Json | undefined): JsonObject | null {
  const bundle = bundleOf(id)
  if (bundle.kind !== 'version') return null
  const {base, delete: unpublishes} = (
    typeof given === 'object' && given !== null ? given : {}
  ) as JsonObject
  return {
    ...baseOf(base),
    bundleId: bundle.release,
    scopeId: bundle.release,
    release: {_ref: releaseId(bundle.release), _weak: true},
    group: {_ref: publishedId(id), _weak: true},
    ...(unpublishes === true ? {delete: true} : {}),
  }
}

/** The document and revision that a version was made from. */
function baseOf(base: Json | undefined): JsonObject {
  if (typeof base !== 'object' || base === null) return {}
  const {id, rev} = base as JsonObject
  return typeof id === 'string' && typeof rev === 'string' ? {base: {id, rev}} : {}
}

/** True for a version that takes its document down when its release is published. */
export function unpublishes({_system}: LakeDocument): boolean {
  return (_system as JsonObject | undefined)?.['delete'] === true
}
