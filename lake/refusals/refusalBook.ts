import canonicalize from 'canonicalize'
import {type Actor, actorId, clock} from '../actor.ts'
import {isOver, leftOver, type RefusalRecord, type Tally, tallied} from './refusalTally.ts'
import {type Refusal} from './refusals.ts'
import {type Store} from '../store/store.ts'

/** Where refusals are put on record: a flood of them by its first ones and a count of the rest. */
export interface RefusalBook {
  /** Whoever has no account leaves no trace. */
  record(actor: Actor, refusal: Refusal, at: string, transactionId: string): void
  /** Records what was counted in minutes that are over by then. */
  settle(at: string): void
  /** Records everything that was counted. */
  close(at: string): void
}

export function openRefusalBook(store: Store, newId: () => string): RefusalBook {
  const tallies = new Map<string, Tally>()

  function append(
    actor: string,
    records: readonly RefusalRecord[],
    at: string,
    transactionId: string,
  ): void {
    if (records.length === 0) return
    store.transaction(() => {
      const stamp = {at, actor, transactionId, transactionSeq: store.lastSeq()}
      for (const {subject, ...body} of records) {
        store.append({kind: 'refused', subject, body}, stamp)
      }
    })
  }

  function settle(at: string, isDue: (tally: Tally) => boolean): void {
    for (const [actor, tally] of tallies) {
      if (!isDue(tally)) continue
      append(actor, leftOver(tally), at, newId())
      tallies.delete(actor)
    }
  }

  return {
    record(actor, refusal, at, transactionId) {
      if (actor.kind === 'anonymous') return
      const id = actorId(actor)
      if (actor.kind === 'clock') {
        if (!isRecorded(store, refusal)) append(id, [refusal], at, transactionId)
        return
      }
      const {tally, records} = tallied(tallies.get(id) ?? null, refusal, at)
      append(id, records, at, transactionId)
      tallies.set(id, tally)
    },
    settle: (at) => settle(at, (tally) => isOver(tally, at)),
    close: (at) => settle(at, () => true),
  }
}

/** The clock does not tire of trying: the same answer is recorded once, until something else happens. */
function isRecorded(store: Store, {subject, ...body}: Refusal): boolean {
  const last = store.ledger(subject).at(-1)
  return (
    last?.kind === 'refused' &&
    last.actor === actorId(clock) &&
    canonicalize(last.body) === canonicalize(body)
  )
}
