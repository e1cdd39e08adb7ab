import {type CommittedChange, type CommittedTransaction} from '../commit/commit.ts'
import {type LakeDocument} from '../document.ts'
import {LakeError} from '../errors.ts'
import {type FilterThread} from './filterThread.ts'
import {documentFilter} from './listenFilter.ts'
import {
  listenEvents,
  type ListenEvent,
  type ListenReader,
  type ListenRequest,
  type Sight,
  sightOf,
} from './listener.ts'

/** Somebody who follows a dataset. Equal followers get the very same array of events. */
export interface Follower {
  /** All that one transaction means to it, in one go and in the order of commits. */
  send(events: readonly ListenEvent[]): void
  /** It gets nothing any more, and here is why. */
  end(reason: LakeError): void
}

/** Followers of equal requests who see the same: what is true for one of them is for all. */
export interface Group {
  /** Gets what is committed after that transaction. */
  join(follower: Follower, after: number): void
  leave(follower: Follower): void
  /** What cannot be about anything that it follows is passed over at once. */
  add(transaction: CommittedTransaction): void
  /** Transactions that are not judged yet. */
  waiting(): number
  /** Judges a little; true while there is more that can be done right away. */
  step(): boolean
  end(reason: LakeError): void
}

export interface GroupOptions {
  readonly thread: (reader: ListenReader) => FilterThread
  /** There is something to do. */
  readonly wake: () => void
  /** Everything was told. */
  readonly idle: () => void
  readonly closed: () => void
}

const changesAtOnce = 20

interface Pending {
  readonly transaction: CommittedTransaction
  /** Those that the filter can be about. */
  readonly changes: readonly CommittedChange[]
}

/** @throws LakeError malformedRequest, queryParseError, tooLarge, queryTimeout */
export function openGroup(
  request: ListenRequest,
  reader: ListenReader,
  {thread, wake, idle, closed}: GroupOptions,
): Group {
  const {query, params = {}} = request
  const question = {query, params, identity: reader.identity}
  const filter = documentFilter(question)
  const members = new Map<Follower, number>()
  const pending: Pending[] = []
  let isAway = false
  let sights: Sight[] = []
  let matched = new Set<LakeDocument>()

  function judge(): boolean {
    const [next] = pending
    if (isAway || next === undefined) return false
    const {changes} = next
    const seen = changes
      .slice(sights.length, sights.length + changesAtOnce)
      .map((change) => sightOf(change, reader))
    sights.push(...seen)
    if (!filter.isCostly) {
      for (const document of statesIn(seen)) if (filter.matches(document)) matched.add(document)
    }
    if (sights.length < changes.length) return true
    if (filter.isCostly) {
      judgeElsewhere()
      return false
    }
    tell()
    return pending.length > 0
  }

  function judgeElsewhere(): void {
    isAway = true
    const states = statesIn(sights)
    thread(reader)
      .judge(question, states)
      .then(
        (found) => {
          isAway = false
          if (members.size === 0) return
          matched = new Set(states.filter((_, index) => found[index]))
          tell()
          wake()
        },
        (error: unknown) => end(asReason(error)),
      )
  }

  function tell(): void {
    const transaction = pending.shift()?.transaction
    if (transaction === undefined) return
    const {identity} = reader
    const matches = (document: LakeDocument) => matched.has(document)
    const events = listenEvents(transaction, sights, matches, {request, identity})
    sights = []
    matched = new Set()
    for (const [follower, after] of events.length > 0 ? [...members] : []) {
      if (transaction.seq > after && members.has(follower)) attempt(() => follower.send(events))
    }
    if (pending.length === 0 && members.size > 0) idle()
  }

  function leave(follower: Follower): void {
    if (!members.delete(follower) || members.size > 0) return
    pending.length = 0
    closed()
  }

  function end(reason: LakeError): void {
    const told = [...members.keys()]
    told.forEach(leave)
    for (const follower of told) attempt(() => follower.end(reason))
  }

  return {
    join: (follower, after) => void members.set(follower, after),
    leave,
    add(transaction) {
      const {ids} = filter
      const changes =
        ids === null ? transaction.changes : transaction.changes.filter(({id}) => ids.has(id))
      if (changes.length === 0) return
      pending.push({transaction, changes})
      wake()
    },
    waiting: () => pending.length,
    step() {
      try {
        return judge()
      } catch (error) {
        end(asReason(error))
        return false
      }
    },
    end,
  }
}

function statesIn(sights: readonly Sight[]): readonly LakeDocument[] {
  return sights.flatMap(({before, after}) => [before, after].filter((state) => state !== null))
}

/** A follower that throws cannot fail the others. */
function attempt(work: () => void): void {
  try {
    work()
  } catch (error) {
    console.error('a follower failed', error)
  }
}

function asReason(error: unknown): LakeError {
  if (error instanceof LakeError) return error
  return new LakeError('unavailable', 'The listener could not be kept up. Connect again.')
}
