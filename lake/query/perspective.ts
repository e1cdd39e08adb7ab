import {bundleOf, type LakeDocument, publishedId} from '../document.ts'
import {LakeError} from '../errors.ts'

/** What a query sees: every document as stored, or per published id the first layer that has it. */
export type Perspective =
  | {readonly kind: 'raw'; readonly hidesVersions?: boolean}
  | {readonly kind: 'layers'; readonly layers: readonly string[]}

/** A document as a perspective shows it. `_originalId` is the id that it is stored under. */
export interface ShownDocument extends LakeDocument {
  readonly _originalId: string
}

const releaseName = /^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/

/** Reads the perspective of a request: a name, a comma list or an array, the first layer on top. */
export function parsePerspective(value: unknown): Perspective {
  const parts: readonly unknown[] =
    typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : []
  const names = parts.map((name) => (typeof name === 'string' ? name.trim() : ''))
  if (names.length === 1 && names[0] === 'raw') return {kind: 'raw'}
  const layers = names.map((name) => (name === 'previewDrafts' ? 'drafts' : name))
  const wrong = layers.find((name) => name === 'raw' || !releaseName.test(name))
  if (wrong !== undefined || layers.length === 0) {
    throw new LakeError(
      'malformedRequest',
      'The perspective must be raw, published, drafts, or a list of release names; ' +
        `"${wrong ?? ''}" cannot be part of it.`,
    )
  }
  return {kind: 'layers', layers: [...new Set([...layers, 'published'])]}
}

/** True when the perspective shows nothing but published documents. */
export function isPublishedOnly(perspective: Perspective): boolean {
  return perspective.kind === 'layers' && perspective.layers.every((layer) => layer === 'published')
}

const bundleLayers = {published: 'published', draft: 'drafts'} as const

/** Null for a release that calls itself `published` or `drafts`: it must not pass for one of them. */
export function layerOf(id: string): string | null {
  const bundle = bundleOf(id)
  if (bundle.kind !== 'version') return bundleLayers[bundle.kind]
  return ['published', 'drafts'].includes(bundle.release) ? null : bundle.release
}

export function isMarkedDeleted({_system}: LakeDocument): boolean {
  return (
    typeof _system === 'object' &&
    _system !== null &&
    'delete' in _system &&
    _system.delete === true
  )
}

/** As a perspective shows a document that is stored under the id that it has. */
export function shown(document: LakeDocument): ShownDocument {
  return {...document, _id: publishedId(document._id), _originalId: document._id}
}
