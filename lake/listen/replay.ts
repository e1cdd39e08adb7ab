import {type CommittedChange, type CommittedTransaction} from '../commit/commit.ts'
import {type LakeDocument} from '../document.ts'
import {HistoryReader} from '../history/reader.ts'
import {type RecordedChange} from '../history/rows.ts'
import {stateBefore} from '../history/pastStates.ts'

/** Brings back what followers missed while they were away. */
export interface Replay {
  /** Where the dataset stands: to be given back later. Empty before the first commit. */
  position(): string
  /**
   * Everything that was committed after a position, a transaction's id with or without `#<document>` behind it.
   * Null for a position that nobody was given, and when it is too much to tell.
   */
  since(position: string): readonly CommittedTransaction[] | null
  close(): void
}

/** More than that is read afresh sooner than it is told. */
export const replayLimits = {changes: 500, characters: 8_000_000}

export function openReplay(file: string, limits = replayLimits): Replay {
  const reader = new HistoryReader(file)
  return {
    position: () => reader.lastTransaction()?.id ?? '',
    since: (position) =>
      reader.snapshot(() => {
        const seq = reader.seqOf(position) ?? reader.seqOf(position.replace(/#[^#]*$/, ''))
        const changes = seq === null ? null : reader.changesAfter(seq, limits)
        if (changes === null) return null
        try {
          return transactionsOf(changes, (id) => reader.document(id))
        } catch {
          // Patches that do not fit: somebody wrote past the lake. Whoever asks reads what there is now.
          return null
        }
      }),
    close: () => reader.close(),
  }
}

function transactionsOf(
  changes: readonly RecordedChange[],
  documentNow: (id: string) => LakeDocument | null,
): readonly CommittedTransaction[] {
  const states = new Map<string, LakeDocument | null>()
  const backwards = changes.toReversed().map((recorded) => {
    const {documentId, previousRev, revert} = recorded
    const after = states.has(documentId) ? stateOf(states, documentId) : documentNow(documentId)
    const before = stateBefore(after, revert, previousRev)
    states.set(documentId, before)
    return {recorded, change: changeOf(recorded, before, after)}
  })
  const bySeq = Map.groupBy(backwards.reverse(), ({recorded}) => recorded.seq)
  return [...bySeq.values()].map((together) => {
    const {seq, id, author, timestamp} = (together[0] as (typeof together)[number]).recorded
    return {seq, id, author, timestamp, changes: together.map(({change}) => change)}
  })
}

function stateOf(states: ReadonlyMap<string, LakeDocument | null>, id: string) {
  return states.get(id) ?? null
}

function changeOf(
  {documentId: id, mutations, apply, revert}: RecordedChange,
  before: LakeDocument | null,
  after: LakeDocument | null,
): CommittedChange {
  return {id, before, after, wasWithheld: false, mutations, effects: {apply, revert}}
}
