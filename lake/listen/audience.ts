import {setImmediate} from 'node:timers'
import {type CommittedTransaction} from '../commit/commit.ts'
import {LakeError} from '../errors.ts'
import {type Feed} from './feed.ts'
import {type FilterThread} from './filterThread.ts'
import {type Follower, type Group, openGroup} from './listenerGroup.ts'
import {type ListenReader, type ListenRequest} from './listener.ts'

export interface AudienceReader extends ListenReader {
  /** The same for those who see the same. */
  readonly key: string
}

export interface Audience {
  /**
   * Tells a follower what happens from now on, after what it missed: all that was committed since it was here last.
   * Returns how to stop.
   * @throws LakeError malformedRequest, queryParseError, tooLarge
   */
  join(
    request: ListenRequest,
    reader: AudienceReader,
    follower: Follower,
    missed?: readonly CommittedTransaction[],
  ): () => void
  /** Everybody is told to go. */
  end(reason: LakeError): void
}

export interface AudienceOptions {
  readonly feed: Pick<Feed, 'subscribe'>
  /** Judges what costs too much here. */
  readonly thread: (reader: ListenReader) => FilterThread
  /** How long the audience may keep this thread to itself. */
  readonly sliceMs?: number
  readonly elapsed?: () => number
}

/** Whoever is further behind is told to go. */
const mostWaiting = 1000

/**
 * All who follow a dataset; equal ones are judged once. It happens after the commit and a slice of time at a turn, so
 * that nobody's write waits for them, however many they are.
 */
export function createAudience(options: AudienceOptions): Audience {
  const {feed, thread, sliceMs = 8, elapsed = () => performance.now()} = options
  const shared = new Map<string, Group>()
  const all = new Set<Group>()
  const ready = new Set<Group>()
  let isPlanned = false
  let latest = 0

  feed.subscribe((transaction) => {
    latest = transaction.seq
    for (const group of all) {
      if (group.waiting() < mostWaiting) group.add(transaction)
      else group.end(tooFarBehind())
    }
  })

  /** A little of everybody's in turn, until there is nothing left or the slice is over. */
  function judge(): void {
    isPlanned = false
    const end = elapsed() + sliceMs
    for (const group of ready) {
      ready.delete(group)
      if (group.step()) ready.add(group)
      if (elapsed() >= end && ready.size > 0) return plan()
    }
  }

  /** After everybody whose request has come in has been answered. */
  function plan(): void {
    if (isPlanned) return
    isPlanned = true
    setImmediate(judge)
  }

  function open(
    request: ListenRequest,
    reader: AudienceReader,
    when: {readonly idle?: () => void; readonly closed?: () => void},
  ): Group {
    const group = openGroup(request, reader, {
      thread,
      idle: () => when.idle?.(),
      wake: () => {
        ready.add(group)
        plan()
      },
      closed: () => {
        all.delete(group)
        ready.delete(group)
        when.closed?.()
      },
    })
    all.add(group)
    return group
  }

  function sharedGroup(request: ListenRequest, reader: AudienceReader): Group {
    const key = JSON.stringify([reader.key, request])
    const group = shared.get(key) ?? open(request, reader, {closed: () => void shared.delete(key)})
    shared.set(key, group)
    return group
  }

  return {
    join(request, reader, follower, missed = []) {
      let group: Group
      if (missed.length === 0) {
        group = sharedGroup(request, reader)
        group.join(follower, latest)
      } else {
        // By itself until it has caught up with the others.
        const catchUp = () => {
          group.leave(follower)
          group = sharedGroup(request, reader)
          group.join(follower, latest)
        }
        group = open(request, reader, {idle: catchUp})
        group.join(follower, 0)
        missed.forEach(group.add)
        if (group.waiting() === 0) catchUp()
      }
      return () => group.leave(follower)
    },
    end: (reason) => all.forEach((group) => group.end(reason)),
  }
}

function tooFarBehind(): LakeError {
  return new LakeError(
    'tooManyRequests',
    'More is written than this listener can be told in time. Read again, and listen to less.',
  )
}
