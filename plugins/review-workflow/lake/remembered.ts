import {type View} from '../../../lake/guard.ts'
import {onceByKey, onceEach} from '../../../lake/onceEach.ts'
import {digest, documentTopics, publishedForm} from '../policy/index.ts'

/**
 * The same state, read from the store once: judging one commit asks for the same documents and records many times. Only
 * for as long as nothing is written.
 */
export function remembered<V extends View>(view: V): V {
  const people = once(() => view.people())
  return {
    ...view,
    read: onceByKey((id: string) => view.read(id)),
    group: onceByKey((id: string) => view.group(id)),
    referrers: onceByKey((id: string) => view.referrers(id)),
    ofType: onceByKey((type: string) => view.ofType(type)),
    idsOfType: onceByKey((type: string) => view.idsOfType(type)),
    ledger: onceByKey((subject: string) => view.ledger(subject)),
    personOf: onceByKey((userId: string) => view.personOf(userId)),
    people,
    contributors: byKeys((id: string, afterSeq: number) => view.contributors(id, afterSeq)),
  }
}

function once<T>(read: () => T): () => T {
  let known: {readonly value: T} | null = null
  return () => (known ??= {value: read()}).value
}

function byKeys<T>(read: (id: string, seq: number) => T): (id: string, seq: number) => T {
  const bySeq = onceByKey((seq: number) => onceByKey((id: string) => read(id, seq)))
  return (id, seq) => bySeq(seq)(id)
}

/** `digest`, `documentTopics` and `publishedForm`, worked out once for each document in memory. */
export const digestOf = onceEach(digest)
export const topicsOf = onceEach(documentTopics)
export const formOf = onceEach(publishedForm)
