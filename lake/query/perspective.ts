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

/** The documents of a perspective, ordered by id. */
export function overlay(
  documents: readonly LakeDocument[],
  perspective: Perspective,
): readonly LakeDocument[] {
  if (perspective.kind === 'raw') {
    if (perspective.hidesVersions !== true) return documents
    return documents.filter(({_id}) => bundleOf(_id).kind !== 'version')
  }
  const rankOf = new Map(perspective.layers.map((layer, rank) => [layer, rank]))
  const winners = new Map<string, {rank: number; document: LakeDocument}>()
  for (const document of documents) {
    const layer = layerOf(document._id)
    const rank = layer === null ? undefined : rankOf.get(layer)
    if (rank === undefined) continue
    const id = publishedId(document._id)
    const winner = winners.get(id)
    if (winner === undefined || rank < winner.rank) winners.set(id, {rank, document})
  }
  return [...winners.values()]
    .filter(({document}) => !isMarkedDeleted(document))
    .map(({document}) => shown(document))
    .sort((a, b) => (a._id < b._id ? -1 : 1))
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

const shownCache = new WeakMap<LakeDocument, ShownDocument>()

export function shown(document: LakeDocument): ShownDocument {
  const known = shownCache.get(document)
  if (known !== undefined) return known
  const result = {...document, _id: publishedId(document._id), _originalId: document._id}
  shownCache.set(document, result)
  return result
}
