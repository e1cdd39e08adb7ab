import {applyPatch} from 'mendoza'
import {type LakeDocument} from '../document.ts'
import {LakeError} from '../errors.ts'
import {type HistoryReader} from './reader.ts'

export type Moment =
  | {readonly revision: string}
  | {readonly time: string}
  /** As it is, or as it was before it was deleted. */
  | {readonly lastRevision: true}

/** A document as it is, or as it was before it was deleted; null when there never was one. */
export function lastState(reader: HistoryReader, id: string): LakeDocument | null {
  return stateAt(reader, id, {lastRevision: true})
}

/** A document as it was; null when it did not exist then. */
export function stateAt(reader: HistoryReader, id: string, moment: Moment): LakeDocument | null {
  if ('lastRevision' in moment) {
    const current = reader.document(id)
    const last = reader.lastSeq(id)
    return current ?? (last === null ? null : stateAfter(reader, id, last - 1))
  }
  const seq =
    'revision' in moment ? reader.seqOf(moment.revision) : reader.seqAt(isoTime(moment.time))
  return seq === null ? null : stateAfter(reader, id, seq)
}

/** The document as that transaction left it: as it is now, with everything since taken back. */
function stateAfter(reader: HistoryReader, id: string, seq: number): LakeDocument | null {
  const revision = reader.revisionAt(id, seq)
  if (revision === null) return null
  let state: unknown = reader.document(id)
  for (const revert of reader.revertsAfter(id, seq))
    state = applyPatch(withoutRevision(state), revert)
  return state === null ? null : {...(state as LakeDocument), _rev: revision}
}

function withoutRevision(state: unknown): unknown {
  if (state === null) return null
  const {_rev, ...content} = state as LakeDocument
  return content
}

function isoTime(time: string): string {
  const date = new Date(time)
  if (Number.isNaN(date.getTime())) {
    throw new LakeError(
      'malformedRequest',
      `"${time.slice(0, 80)}" is not a time. Write it as 2026-01-31T12:00:00Z.`,
    )
  }
  return date.toISOString()
}
