import {type JsonObject, type LakeDocument} from '../../../lake/document.ts'
import {type LedgerRecord, type View} from '../../../lake/guard.ts'
import {hashOf, publishedForm} from '../policy/index.ts'
import {type ClosureEntry} from './closure.ts'

/** What differs from the newest signed words of a document. */
export interface Changed {
  /** The record of the signature; `null` when nobody has signed any words of it. */
  readonly since: LedgerRecord | null
  /** Top-level fields. */
  readonly fields: readonly string[]
  /** Ids of documents shown with it. */
  readonly shared: readonly string[]
}

/** A digest for each top-level field: enough to say later what changed, without keeping the words again. */
export function fieldDigests(document: LakeDocument | null): JsonObject {
  const form = publishedForm(document)
  if (typeof form !== 'object' || form === null) return {}
  return Object.fromEntries(
    Object.entries(form)
      .filter(([field]) => field !== '_id' && field !== '_type')
      .map(([field, value]) => [field, hashOf(value ?? null)]),
  )
}

export function changedSince(
  view: Pick<View, 'ledger'>,
  subject: string,
  document: LakeDocument | null,
  rendered: readonly ClosureEntry[],
): Changed {
  const since = view.ledger(subject).findLast(({kind}) => kind === 'signedOff') ?? null
  if (since === null) return {since, fields: [], shared: []}
  const shownThen = (since.body['closure'] ?? []) as unknown as readonly ClosureEntry[]
  return {
    since,
    fields: differing(
      Object.entries((since.body['fields'] ?? {}) as JsonObject),
      Object.entries(fieldDigests(document)),
    ),
    shared: differing(
      shownThen.map(({id, digest}) => [id, digest]),
      rendered.map(({id, digest}) => [id, digest]),
    ),
  }
}

type Pairs = readonly (readonly [string, unknown])[]

export function differing(before: Pairs, after: Pairs): readonly string[] {
  const was = new Map(before)
  const is = new Map(after)
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((name) => was.get(name) !== is.get(name))
    .sort()
}
