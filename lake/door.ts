import {type Actor, actorId, rolesOf} from './actor.ts'
import {commit, type CommitRequest, type CommittedTransaction} from './commit/commit.ts'
import {togetherOn} from './commit/together.ts'
import {LakeError} from './errors.ts'
import {type Feed} from './listen/feed.ts'
import {type House} from './house.ts'
import {type RefusalBook} from './refusals/refusalBook.ts'
import {type Attempted, refusalsOf} from './refusals/refusals.ts'

export interface WriteRequest {
  readonly transactionId?: string | undefined
  readonly dryRun?: boolean | undefined
}

export interface Attempt {
  readonly actor: Actor
  readonly transactionId: string
  readonly dryRun: boolean
  readonly door: Attempted
}

/** Where every write comes in: it is committed and made known, or refused and put on record. */
export interface Door {
  readonly house: House
  now(): string
  newId(): string
  commit(attempt: Attempt, work: CommitRequest['work']): CommittedTransaction | null
  /** The same together with others that come in now, if whoever asks still has the same roles by then. */
  commitSoon(attempt: Attempt, work: CommitRequest['work']): Promise<CommittedTransaction | null>
  /** Remembers what roles somebody has. To be called again later: it throws where they are others by then. */
  rolesHeld(actor: Actor): () => void
  /** For what was turned away before a commit began. */
  refused(attempt: Omit<Attempt, 'dryRun'>, error: LakeError): void
}

export interface DoorOptions extends Pick<Door, 'house' | 'now' | 'newId'> {
  readonly feed: Feed
  readonly refusals: RefusalBook
}

export function openDoor({house, now, newId, feed, refusals}: DoorOptions): Door {
  const refused: Door['refused'] = ({actor, transactionId, door}, error) => {
    for (const refusal of refusalsOf(error, door)) {
      refusals.record(actor, refusal, now(), transactionId)
    }
  }
  const together = togetherOn(house.store)
  const written = ({actor, transactionId, dryRun}: Attempt, work: CommitRequest['work']) =>
    commit(house, {actor, transactionId, now: now(), dryRun, work})
  const known = (committed: CommittedTransaction | null) => {
    if (committed !== null) feed.publish(committed)
    return committed
  }
  const failed = (attempt: Attempt, error: unknown) => {
    if (error instanceof LakeError && !attempt.dryRun) refused(attempt, error)
    return error
  }
  const rolesNow = (actor: Actor) => rolesOf(house.directory.actorOf(actorId(actor))).join()
  const rolesHeld: Door['rolesHeld'] = (actor) => {
    const held = rolesNow(actor)
    return () => {
      if (rolesNow(actor) !== held) throw sessionEnded()
    }
  }
  return {
    house,
    now,
    newId,
    refused,
    rolesHeld,
    commit(attempt, work) {
      try {
        return known(written(attempt, work))
      } catch (error) {
        throw failed(attempt, error)
      }
    },
    async commitSoon(attempt, work) {
      const checkRoles = rolesHeld(attempt.actor)
      try {
        return await together(() => {
          checkRoles()
          return written(attempt, work)
        }, known)
      } catch (error) {
        throw failed(attempt, error)
      }
    },
  }
}

/** By the time that a request could be done, its account may be closed, or its role another. */
export function sessionEnded(): LakeError {
  return new LakeError('sessionNotFound', 'Your session ended before the request was complete.')
}

const transactionIdSyntax = /^[\x21-\x7e]{1,128}$/

/** The id that a writer chose, or a new one. */
export function transactionIdOf({newId}: Door, request: WriteRequest): string {
  const id = request.transactionId ?? newId()
  if (typeof id === 'string' && transactionIdSyntax.test(id)) return id
  throw new LakeError(
    'malformedRequest',
    'A transaction id is 1 to 128 printable characters without spaces.',
  )
}
