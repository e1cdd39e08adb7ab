import {type View} from '../../../lake/guard.ts'
import {onceEach} from '../../../lake/onceEach.ts'
import {digest, documentTopics, publishedForm} from '../policy/index.ts'

/**
 * The same state, read from the store once: judging one commit asks for the same documents and records many times. Only
 * for as long as nothing is written.
 */
export function remembered<V extends View>(view: V): V {
  const people = once(() => view.people())
  return {
    ...view,
    read: byKey((id: string) => view.read(id)),
    group: byKey((id: string) => view.group(id)),
    referrers: byKey((id: string) => view.referrers(id)),
    ofType: byKey((type: string) => view.ofType(type)),
    idsOfType: byKey((type: string) => view.idsOfType(type)),
    ledger: byKey((subject: string) => view.ledger(subject)),
    personOf: byKey((userId: string) => view.personOf(userId)),
    people,
    contributors: byKeys((id: string, afterSeq: number) => view.contributors(id, afterSeq)),
  }
}

function once<T>(read: () => T): () => T {
  let known: {readonly value: T} | null = null
  return () => (known ??= {value: read()}).value
}

function byKey<T>(read: (key: string) => T): (key: string) => T {
  const known = new Map<string, {readonly value: T}>()
  return (key) => {
    const found = known.get(key) ?? {value: read(key)}
    known.set(key, found)
    return found.value
  }
}

function byKeys<T>(read: (id: string, seq: number) => T): (id: string, seq: number) => T {
  const known = new Map<number, (id: string) => T>()
  return (id, seq) => {
    const found = known.get(seq) ?? byKey((each) => read(each, seq))
    known.set(seq, found)
    return found(id)
  }
}

/** `digest`, `documentTopics` and `publishedForm`, worked out once for each document in memory. */
export const digestOf = onceEach(digest)
export const topicsOf = onceEach(documentTopics)
export const formOf = onceEach(publishedForm)
