import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import {digest} from '../../policy/index.ts'
import {apiVersion, type ClosureEntry} from '../reads.ts'
import {refusal} from '../runCommand.ts'
import {type Fields, isFields, textOf} from './values.ts'

/** A document that the page shows, exactly as the signature will cover it. */
export interface SharedDocument {
  readonly id: string
  readonly type: string
  readonly digest: string
  readonly document: Fields
}

export interface SharedDocuments {
  readonly documents: ReadonlyMap<string, SharedDocument>
  readonly failure: string | null
}

const query = '*[_id in $ids]'

/** Drafts stand in for what is published where the page is reviewed as it will be: the digest tells which. */
export function useSharedDocuments(closure: readonly ClosureEntry[]): SharedDocuments {
  const client = useClient({apiVersion})
  const [shared, setShared] = useState<SharedDocuments>({documents: new Map(), failure: null})
  const wanted = JSON.stringify(closure.map((entry) => [entry.id, entry.digest]))
  useEffect(() => {
    let current = true
    const entries = JSON.parse(wanted) as [string, string | null][]
    const ids = entries.flatMap(([id]) => [id, `drafts.${id}`])
    if (ids.length === 0) return
    client
      .withConfig({perspective: 'raw'})
      .fetch<readonly unknown[]>(query, {ids}, {tag: 'review.shared'})
      .then(
        (found) =>
          current && setShared({documents: sharedDocuments(found, entries), failure: null}),
        (error: unknown) =>
          current &&
          setShared({documents: new Map(), failure: refusal(error)[0]?.message ?? String(error)}),
      )
    return () => {
      current = false
    }
  }, [client, wanted])
  return shared
}

export function sharedDocuments(
  found: readonly unknown[],
  entries: readonly (readonly [string, string | null])[],
): ReadonlyMap<string, SharedDocument> {
  const documents = found.filter(isFields)
  return new Map(
    entries.flatMap(([id, wanted]) => {
      const document = documents.find(
        (each) => [id, `drafts.${id}`].includes(String(each['_id'])) && digest(each) === wanted,
      )
      const type = textOf(document?.['_type'])
      return document === undefined || type === null || wanted === null
        ? []
        : [[id, {id, type, digest: wanted, document}] as const]
    }),
  )
}
