/** Any value that JSON can carry. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export type JsonObject = {readonly [key: string]: Json | undefined}

/** A stored document. `_rev` is the id of the transaction that wrote it; dates are ISO 8601 in UTC. */
export interface LakeDocument {
  readonly _id: string
  readonly _type: string
  readonly _rev: string
  readonly _createdAt: string
  readonly _updatedAt: string
  readonly [field: string]: Json | undefined
}

/** Where a document stands: what readers get, somebody's work in progress, or part of a release. */
export type Bundle =
  | {readonly kind: 'published'}
  | {readonly kind: 'draft'}
  | {readonly kind: 'version'; readonly release: string}

const draftsPrefix = 'drafts.'
const versionId = /^versions\.([^.]+)\.(.+)$/

/** The bundle that an id belongs to. Whatever is neither draft nor version is served as published. */
export function bundleOf(id: string): Bundle {
  if (id.startsWith(draftsPrefix)) return {kind: 'draft'}
  const release = versionId.exec(id)?.[1]
  return release === undefined ? {kind: 'published'} : {kind: 'version', release}
}

/** The id that a draft or a version of a document is published under. */
export function publishedId(id: string): string {
  if (id.startsWith(draftsPrefix)) return id.slice(draftsPrefix.length)
  return versionId.exec(id)?.[2] ?? id
}

export function draftId(id: string): string {
  return draftsPrefix + publishedId(id)
}

/** True for what the published perspective can serve: the one test that readers and guards share. */
export function isPublished(id: string): boolean {
  return bundleOf(id).kind === 'published'
}

/**
 * True for ids on the root path. A dot makes an id private: it needs a token to be read.
 * Source: Sanity's documentation of ids ("documents under a sub-path are not publicly available").
 */
export function isRootId(id: string): boolean {
  return !id.includes('.')
}

/** What a document says: all but what the lake keeps of it. */
export function contentOf({_id, _rev, _createdAt, _updatedAt, _system, ...content}: LakeDocument) {
  return content
}
