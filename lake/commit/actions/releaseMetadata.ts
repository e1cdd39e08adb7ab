import canonicalize from 'canonicalize'
import {type Json, type JsonObject, type LakeDocument} from '../../document.ts'
import {isObject, type Mutation} from '../mutation.ts'
import {applyPatches} from '../patch.ts'
import {malformed} from './handler.ts'

const kinds: {readonly [field: string]: (value: Json) => boolean} = {
  title: isText,
  description: isText,
  releaseType: (value) => ['asap', 'scheduled', 'undecided'].includes(String(value)),
  intendedPublishAt: (value) => isText(value) && !Number.isNaN(Date.parse(String(value))),
  cardinality: (value) => value === 'one' || value === 'many',
}

/** What people say of a release, with a type where they gave none. */
export function checkMetadata(metadata: Json | undefined): JsonObject {
  if (!isObject(metadata)) return malformed('"metadata" must be an object.')
  for (const [field, fits] of Object.entries(kinds)) {
    const value = metadata[field]
    if (value === undefined || value === null || fits(value)) continue
    return malformed(`"metadata.${field}" is not what it must be.`)
  }
  return {...metadata, releaseType: metadata['releaseType'] ?? 'undecided'}
}

/** A patch of a release bears on its metadata and nothing else. */
export function checkEdit(release: LakeDocument, mutations: readonly Mutation[]): void {
  // What will be applied, and not what was sent: that may say of itself that it is about something else.
  const patches = mutations.flatMap((mutation) =>
    mutation.type === 'patch' ? mutation.patches : [],
  )
  const {metadata, ...rest} = applyPatches(release, patches)
  const {metadata: _, ...before} = release
  if (canonicalize(rest) !== canonicalize(before))
    malformed('Only the "metadata" of a release can be edited; its state changes by other actions.')
  checkMetadata(metadata)
}

function isText(value: Json): boolean {
  return typeof value === 'string'
}
