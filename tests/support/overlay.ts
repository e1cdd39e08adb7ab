import {bundleOf, type LakeDocument, publishedId} from '../../lake/document.ts'
import {isMarkedDeleted, layerOf, type Perspective, shown} from '../../lake/query/perspective.ts'

/** The documents of a perspective, ordered by id, worked out from all of them: what the lake finds by index. */
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
