import {draftId, type LakeDocument} from '../../../lake/document.ts'
import {type LedgerEntry, type ProposedCommit} from '../../../lake/guard.ts'

/** The commit with entries that are about to be appended, for what is derived from them. */
export function withEntries(
  commit: ProposedCommit,
  entries: readonly LedgerEntry[],
): ProposedCommit {
  if (entries.length === 0) return commit
  return {
    ...commit,
    ledger: (subject) => [
      ...commit.ledger(subject),
      ...entries
        .filter((entry) => entry.subject === subject)
        .map((entry) => ({
          ...entry,
          seq: Number.MAX_SAFE_INTEGER,
          at: commit.now,
          actor: '',
          transactionId: commit.transactionId,
          previousHash: '',
          hash: '',
        })),
    ],
  }
}

/** The commit with pages that are about to be taken down already down. */
export function withDown(commit: ProposedCommit, down: readonly string[]): ProposedCommit {
  if (down.length === 0) return commit
  const moved = (id: string): LakeDocument | null => {
    const live = commit.read(id)
    return live === null ? null : {...live, _id: draftId(id)}
  }
  const read = (id: string): LakeDocument | null => {
    if (down.includes(id)) return null
    const page = down.find((each) => draftId(each) === id)
    return commit.read(id) ?? (page === undefined ? null : moved(page))
  }
  return {
    ...commit,
    read,
    group: (id) => {
      if (!down.includes(id)) return commit.group(id)
      const others = commit.group(id).filter(({_id}) => _id !== id && _id !== draftId(id))
      const draft = read(draftId(id))
      return draft === null ? others : [...others, draft]
    },
  }
}

/** The state that the commit found. */
export function before(commit: ProposedCommit): ProposedCommit {
  const was = new Map(commit.changes.map((change) => [change.id, change.before]))
  return {...commit, read: (id) => (was.has(id) ? (was.get(id) ?? null) : commit.read(id))}
}
