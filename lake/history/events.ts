import {bundleOf, publishedId} from '../document.ts'
import {type ReleaseMove} from '../releases/moves.ts'

/** What one transaction did to one document of a group. */
export interface HistoryStep {
  readonly seq: number
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
      readonly publishCause: 'document.publish' | 'release.publish' | 'release.schedule'
    } & OfVersion &
      OfLiveDocument)
  | ({
      readonly type: 'scheduleDocumentVersion'
      readonly publishAt: string
      /** What has become of it by now. */
      readonly state: 'pending' | 'unscheduled' | 'published'
    } & OfVersion)
  | ({readonly type: 'unscheduleDocumentVersion'} & OfVersion)
  | ({readonly type: 'deleteDocumentGroup'} & EventBase)

/**
 * The events of a document's life, oldest first, from all steps of its group and of the releases that its versions were
 * in. Edits are not among them: the Studio reads those from the transactions.
 */
export function historyEvents(
  id: string,
  steps: readonly HistoryStep[],
  moves: readonly ReleaseMove[] = [],
): readonly HistoryEvent[] {
  const stepsBySeq = Map.groupBy(steps, ({seq}) => seq)
  const movesBySeq = Map.groupBy(moves, ({seq}) => seq)
  const order = [...new Set([...stepsBySeq.keys(), ...movesBySeq.keys()])].sort((a, b) => a - b)
  const revisions = new Map<string, string>()
  return order.flatMap((seq) => {
    const together = stepsBySeq.get(seq) ?? []
    const moved = movesBySeq.get(seq) ?? []
    for (const {documentId, kind, transactionId} of together) {
      if (kind === 'deleted') revisions.delete(documentId)
      else revisions.set(documentId, transactionId)
    }
    const versionId = (release: string) => `versions.${release}.${publishedId(id)}`
    return [
      ...eventsOfTransaction(together, revisions, moved),
      ...moved.flatMap((move) => {
        const revision = revisions.get(versionId(move.release))
        return revision === undefined
          ? []
          : eventsOfMove(move, {versionId: versionId(move.release), revision}, moves)
      }),
    ].filter((event) => concerns(id, event))
  })
}

function eventsOfMove(
  move: ReleaseMove,
  {versionId, revision}: {readonly versionId: string; readonly revision: string},
  moves: readonly ReleaseMove[],
): readonly HistoryEvent[] {
  const {timestamp, author, release: releaseId} = move
  const documentId = publishedId(versionId)
  const base = {timestamp, author, documentId, versionId, versionRevisionId: revision, releaseId}
  if (move.kind === 'unschedule') return [{type: 'unscheduleDocumentVersion', ...base}]
  if (move.kind !== 'schedule') return []
  const next = moves.find(({seq, release}) => seq > move.seq && release === releaseId)
  const state =
    next === undefined ? 'pending' : next.kind === 'publish' ? 'published' : 'unscheduled'
  return [{type: 'scheduleDocumentVersion', ...base, publishAt: move.publishAt, state}]
}

function eventsOfTransaction(
  steps: readonly HistoryStep[],
  revisions: ReadonlyMap<string, string>,
  moves: readonly ReleaseMove[],
): readonly HistoryEvent[] {
  const live = steps.find((step) => isLive(step))
  const versions = steps.filter((step) => !isLive(step))
  const published =
    live === undefined ? undefined : versions.find((step) => step.kind === 'deleted')
  if (live?.kind === 'deleted') return [withdrawal(live, revisions, published)]
  const rest = versions.filter((step) => step !== published).flatMap(versionEvents)
  if (live === undefined) return rest
  if (published !== undefined) return [...rest, publication(live, published, moves)]
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

function publication(
  live: HistoryStep,
  version: HistoryStep,
  moves: readonly ReleaseMove[],
): HistoryEvent {
  const wasScheduled = moves.some((move) => move.kind === 'publish' && move.wasScheduled)
  const isDraft = bundleOf(version.documentId).kind === 'draft'
  return {
    type: 'publishDocumentVersion',
    ...ofVersion(version),
    revisionId: live.transactionId,
    publishCause: isDraft
      ? 'document.publish'
      : wasScheduled
        ? 'release.schedule'
        : 'release.publish',
  }
}

/** Taking the published document away leaves its draft behind, or it deletes everything. A release may do it, too. */
function withdrawal(
  live: HistoryStep,
  revisions: ReadonlyMap<string, string>,
  version: HistoryStep | undefined,
): HistoryEvent {
  const versionId = `drafts.${live.documentId}`
  const versionRevisionId = revisions.get(versionId)
  if (versionRevisionId === undefined) return {type: 'deleteDocumentGroup', ...base(live)}
  const bundle = version === undefined ? null : bundleOf(version.documentId)
  const release = bundle?.kind === 'version' ? {releaseId: bundle.release} : {}
  return {type: 'unpublishDocument', ...base(live), versionId, versionRevisionId, ...release}
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
    case 'scheduleDocumentVersion':
    case 'unscheduleDocumentVersion':
      return event.versionId === id
    case 'publishDocumentVersion':
      return bundle.kind === 'published' || event.versionId === id
    case 'unpublishDocument':
      return bundle.kind !== 'version' || event.releaseId === bundle.release
    case 'createLiveDocument':
    case 'updateLiveDocument':
      return bundle.kind === 'published'
    case 'deleteDocumentGroup':
      return true
  }
}
