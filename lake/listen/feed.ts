import {type CommittedTransaction} from '../commit/commit.ts'

export interface Feed {
  subscribe(follower: (transaction: CommittedTransaction) => void): () => void
  publish(transaction: CommittedTransaction): void
}

/** Tells followers of each commit, in commit order. A follower that throws cannot fail the write or the others. */
export function createFeed(): Feed {
  const followers = new Set<(transaction: CommittedTransaction) => void>()
  return {
    subscribe(follower) {
      followers.add(follower)
      return () => followers.delete(follower)
    },
    publish(transaction) {
      for (const follower of [...followers]) {
        try {
          follower(transaction)
        } catch (error) {
          console.error('a follower of the feed failed', error)
        }
      }
    },
  }
}
