import {type LakeDocument} from '../document.ts'
import {type HistoryReader} from '../history/reader.ts'
import {stateBefore} from '../history/pastStates.ts'
import {releaseId} from './release.ts'

interface MoveBase {
  readonly release: string
  readonly seq: number
  readonly transactionId: string
  readonly author: string
  readonly timestamp: string
}

type Step =
  | {readonly kind: 'create' | 'unschedule' | 'archive' | 'unarchive'}
  | {readonly kind: 'schedule'; readonly publishAt: string}
  | {readonly kind: 'publish'; readonly wasScheduled: boolean}

/** A step in the life of a release. */
export type ReleaseMove = MoveBase & Step

/** The steps of a release, oldest first, read from what its document was. */
export function releaseMoves(reader: HistoryReader, release: string): readonly ReleaseMove[] {
  const documentId = releaseId(release)
  let after = reader.document(documentId)
  const moves: ReleaseMove[] = []
  for (const {seq, id: transactionId, author, timestamp, revert, previousRev} of reader.changesOf(
    documentId,
  )) {
    const before = stateBefore(after, revert, previousRev)
    const what = after === null ? null : stepBetween(before, after)
    if (what !== null) moves.push({release, seq, transactionId, author, timestamp, ...what})
    after = before
  }
  return moves.reverse()
}

function stepBetween(before: LakeDocument | null, after: LakeDocument): Step | null {
  if (before === null) return {kind: 'create'}
  const [was, is] = [before['state'], after['state']]
  const publishAt = String(after['publishAt'])
  if (is === 'scheduled' && (was !== is || publishAt !== before['publishAt'])) {
    return {kind: 'schedule', publishAt}
  }
  if (was === is) return null
  if (is === 'published') return {kind: 'publish', wasScheduled: was === 'scheduled'}
  if (is === 'archived') return {kind: 'archive'}
  return {kind: was === 'archived' ? 'unarchive' : 'unschedule'}
}
