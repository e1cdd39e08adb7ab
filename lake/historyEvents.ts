import {bundleOf, publishedId} from './document.ts'

/** What one transaction did to one document of a group. */
export interface HistoryStep {
  readonly documentId: string
  readonly kind: 'created' | 'updated' | 'deleted'
  readonly previousRev: string | null
  readonly transactionId: string
  readonly author: string
  readonly timestamp: string
}

interface EventBase {
  readonly timestamp: string
  readonly author: string
  /** Always the published id. */
  readonly documentId: string
}

interface OfVersion extends EventBase {
  readonly versionId: string
  readonly versionRevisionId: string
  readonly releaseId?: string
}

interface OfLiveDocument extends EventBase {
  readonly revisionId: string
}

export type HistoryEvent =
  | ({
      readonly type: 'createDocumentVersion' | 'deleteDocumentVersion' | 'unpublishDocument'
    } & OfVersion)
  | ({readonly type: 'createLiveDocument' | 'updateLiveDocument'} & OfLiveDocument)
  | ({
      readonly type: 'publishDocumentVersion'
      readonly publishCause: 'document.publish' | 'release.publish'
    } & OfVersion &
      OfLiveDocument)
  | ({readonly type: 'deleteDocumentGroup'} & EventBase)

/**
 * The events of a document's life, oldest first, from all steps of its group. Edits are not among them: the Studio
 * reads those from the transactions.
 */
export function historyEvents(id: string, steps: readonly HistoryStep[]): readonly HistoryEvent[] {
  const byTransaction = Map.groupBy(steps, (step) => step.transactionId)
  const revisions = new Map<string, string>()
  return [...byTransaction.values()].flatMap((together) => {
    for (const {documentId, kind, transactionId} of together) {
      if (kind === 'deleted') revisions.delete(documentId)
      else revisions.set(documentId, transactionId)
    }
    return eventsOfTransaction(together, revisions).filter((event) => concerns(id, event))
  })
}

function eventsOfTransaction(
  steps: readonly HistoryStep[],
  revisions: ReadonlyMap<string, string>,
): readonly HistoryEvent[] {
  const live = steps.find((step) => isLive(step))
  const versions = steps.filter((step) => !isLive(step))
  if (live?.kind === 'deleted') return [withdrawal(live, revisions)]
  const published =
    live === undefined ? undefined : versions.find((step) => step.kind === 'deleted')
  const rest = versions.filter((step) => step !== published).flatMap(versionEvents)
  if (live === undefined) return rest
  if (published !== undefined) return [...rest, publication(live, published)]
  const type = live.kind === 'created' ? 'createLiveDocument' : 'updateLiveDocument'
  return [...rest, {type, ...base(live), revisionId: live.transactionId}]
}

function isLive({documentId}: HistoryStep): boolean {
  return bundleOf(documentId).kind === 'published'
}

function versionEvents(step: HistoryStep): readonly HistoryEvent[] {
  if (step.kind === 'updated') return []
  const type = step.kind === 'created' ? 'createDocumentVersion' : 'deleteDocumentVersion'
  return [{type, ...ofVersion(step)}]
}

function publication(live: HistoryStep, version: HistoryStep): HistoryEvent {
  const publishCause =
    bundleOf(version.documentId).kind === 'draft' ? 'document.publish' : 'release.publish'
  return {
    type: 'publishDocumentVersion',
    ...ofVersion(version),
    revisionId: live.transactionId,
    publishCause,
  }
}

/** Taking the published document away leaves its draft behind, or it deletes everything. */
function withdrawal(live: HistoryStep, revisions: ReadonlyMap<string, string>): HistoryEvent {
  const versionId = `drafts.${live.documentId}`
  const versionRevisionId = revisions.get(versionId)
  if (versionRevisionId === undefined) return {type: 'deleteDocumentGroup', ...base(live)}
  return {type: 'unpublishDocument', ...base(live), versionId, versionRevisionId}
}

function base({timestamp, author, documentId}: HistoryStep): EventBase {
  return {timestamp, author, documentId: publishedId(documentId)}
}

/** A deleted version is known by its last revision, any other by the transaction that wrote it. */
function ofVersion(step: HistoryStep): OfVersion {
  const bundle = bundleOf(step.documentId)
  return {
    ...base(step),
    versionId: step.documentId,
    versionRevisionId: step.kind === 'deleted' ? (step.previousRev ?? '') : step.transactionId,
    ...(bundle.kind === 'version' ? {releaseId: bundle.release} : {}),
  }
}

/** The published document has the life of the group; a draft or a version has its own, and shares what ends it. */
function concerns(id: string, event: HistoryEvent): boolean {
  const bundle = bundleOf(id)
  switch (event.type) {
    case 'createDocumentVersion':
    case 'deleteDocumentVersion':
      return event.versionId === id
    case 'publishDocumentVersion':
      return bundle.kind === 'published' || event.versionId === id
    case 'unpublishDocument':
      return bundle.kind !== 'version'
    case 'createLiveDocument':
    case 'updateLiveDocument':
      return bundle.kind === 'published'
    case 'deleteDocumentGroup':
      return true
  }
}
