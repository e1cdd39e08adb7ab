import {type JsonObject, type LakeDocument, publishedId} from '../document.ts'
import {LakeError} from '../errors.ts'
import {type Change} from '../guard.ts'
import {tooMuchWork, workMs} from './patch.ts'
import {referencesIn} from '../references.ts'
import {isSystemId, releaseType, systemOf} from '../releases/release.ts'

export interface Stamp {
  readonly transactionId: string
  readonly now: string
  /** On the clock of `performance`: when nothing more is taken. */
  readonly until?: number
}

/** A change with the wire mutations that reproduce it, as listeners and history need them. */
export interface DetailedChange extends Change {
  readonly mutations: readonly JsonObject[]
}

/** What a transaction leaves behind so far, to be looked up without going through all of it. */
interface Touched {
  readonly changes: readonly DetailedChange[]
  readonly ids: ReadonlySet<string>
  /** Ids of touched documents, those that are gone too, by published id. */
  readonly byBase: ReadonlyMap<string, readonly string[]>
  /** Documents that are there, by what they refer to. */
  readonly byTarget: ReadonlyMap<string, readonly LakeDocument[]>
}

/** Documents as a transaction sees them: the stored state under its own earlier writes. */
export class Workspace {
  readonly #read: (id: string) => LakeDocument | null
  readonly #stamp: Stamp
  readonly #asStored: (document: LakeDocument) => LakeDocument
  readonly #changes = new Map<string, DetailedChange>()
  /** What is not yet as it will be stored. */
  readonly #raw = new Set<string>()
  #touched: Touched | null = null

  /** `asStored` gives the very object that will be read from then on: what is worked out for it holds. */
  constructor(
    read: (id: string) => LakeDocument | null,
    stamp: Stamp,
    asStored: (document: LakeDocument) => LakeDocument = (document) => document,
  ) {
    this.#read = read
    this.#stamp = stamp
    this.#asStored = asStored
  }

  read(id: string): LakeDocument | null {
    const change = this.#changes.get(id)
    return change === undefined ? this.#read(id) : change.after
  }

  /**
   * Milliseconds that are left for the work, to be asked before each piece of it.
   * @throws LakeError tooLarge when there are none
   */
  timeLeft(): number {
    const {until} = this.#stamp
    const left = until === undefined ? workMs : until - performance.now()
    if (left > 0) return left
    throw tooMuchWork()
  }

  readBefore(id: string): LakeDocument | null {
    const change = this.#changes.get(id)
    return change === undefined ? this.#read(id) : change.before
  }

  /** Everything touched, in order of first touch; what came and went within the transaction is left out. */
  changes(): readonly DetailedChange[] {
    return this.touched().changes
  }

  /** Put together once, for as long as nothing more is written. */
  touched(): Touched {
    for (const id of this.#raw) {
      const change = this.#changes.get(id)
      // What is written over is soon to be written over again.
      if (change?.before && change.after)
        this.#changes.set(id, {...change, after: this.#asStored(change.after)})
    }
    this.#raw.clear()
    this.#touched ??= touchedBy([...this.#changes.values()])
    return this.#touched
  }

  /** `wire` says the same as mutations do. */
  write(
    id: string,
    content: JsonObject | null,
    wire: readonly JsonObject[],
    by: Change['by'],
  ): void {
    const earlier = this.#changes.get(id)
    const before = earlier === undefined ? this.#read(id) : earlier.before
    const after = content === null ? null : this.#stamped(id, content, before)
    this.#touched = null
    this.#raw.add(id)
    this.#changes.set(id, {
      id,
      before,
      after,
      by: earlier?.by === 'client' ? 'client' : by,
      mutations: [...(earlier?.mutations ?? []), ...wire],
    })
  }

  #stamped(id: string, content: JsonObject, before: LakeDocument | null): LakeDocument {
    // `_system` is the server's own: nobody signs it, and it does not go live.
    const {_type, _createdAt, _system: given, ...rest} = content
    const _system = systemOf(id, given)
    if (typeof _type !== 'string')
      throw new LakeError('malformedRequest', `"${id}" must keep its "_type".`)
    if (_type === releaseType && !isSystemId(id)) {
      throw new LakeError(
        'insufficientPermissions',
        `"${id}" cannot be a release. Make releases with the action "sanity.action.release.create".`,
        {id, permission: 'create'},
      )
    }
    const {transactionId, now} = this.#stamp
    const createdAt =
      typeof _createdAt === 'string' && !Number.isNaN(Date.parse(_createdAt))
        ? new Date(_createdAt).toISOString()
        : now
    const updatedAt = before !== null && before._updatedAt > now ? before._updatedAt : now
    return {
      ...rest,
      _id: id,
      _type,
      _rev: transactionId,
      _createdAt: before?._createdAt ?? createdAt,
      _updatedAt: updatedAt,
      ...(_system === null ? {} : {_system}),
    }
  }
}

function touchedBy(all: readonly DetailedChange[]): Touched {
  const changes = all.filter(({before, after}) => before !== null || after !== null)
  const targets = changes.flatMap(({after}) =>
    after === null
      ? []
      : [...new Set(referencesIn(after).map(({target}) => target))].map((to) => ({to, after})),
  )
  return {
    changes,
    ids: new Set(changes.map(({id}) => id)),
    byBase: mapped(
      Map.groupBy(changes, ({id}) => publishedId(id)),
      ({id}) => id,
    ),
    byTarget: mapped(
      Map.groupBy(targets, ({to}) => to),
      ({after}) => after,
    ),
  }
}

function mapped<K, V, W>(groups: ReadonlyMap<K, readonly V[]>, to: (value: V) => W) {
  return new Map([...groups].map(([key, values]) => [key, values.map(to)]))
}
