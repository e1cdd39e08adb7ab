import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import {publishedForm} from '../../policy/index.ts'
import {apiVersion, type ReviewRead} from '../reads.ts'
import {refusal} from '../runCommand.ts'
import {type Fields, isFields, textOf} from './values.ts'

export type Earlier =
  | {readonly status: 'none' | 'loading'}
  | {readonly status: 'failed'; readonly message: string}
  /** The words signed last, and by id what was shown with them, as far as it differs. */
  | {
      readonly status: 'ready'
      readonly document: Fields
      readonly shared: ReadonlyMap<string, Fields>
    }

/** What the signed words were, from the lake's history. */
export function useEarlier({changed: {since, shared}}: ReviewRead): Earlier {
  const client = useClient({apiVersion})
  const [earlier, setEarlier] = useState<Earlier>({status: 'loading'})
  const wanted = JSON.stringify([since?.documentId, since?.revision, since?.at, shared])
  useEffect(() => {
    if (since === null) return
    let current = true
    const at = async (ids: readonly string[], moment: string): Promise<readonly Fields[]> => {
      if (ids.length === 0) return []
      const {documents} = await client.request<{documents: readonly unknown[]}>({
        url: `/data/history/${client.config().dataset}/documents/${ids.join(',')}?${moment}`,
        tag: 'review.earlier',
      })
      return documents.map(publishedForm).filter(isFields)
    }
    Promise.all([
      at([since.documentId], `revision=${encodeURIComponent(since.revision)}`),
      at(shared, `time=${encodeURIComponent(since.at)}`),
    ]).then(
      ([[document], others]) => {
        if (!current) return
        if (document === undefined) setEarlier({status: 'failed', message: since.revision})
        else setEarlier({status: 'ready', document, shared: byId(others)})
      },
      (error: unknown) =>
        current &&
        setEarlier({status: 'failed', message: refusal(error)[0]?.message ?? String(error)}),
    )
    return () => {
      current = false
    }
    // `wanted` names everything of the read that is used.
  }, [client, wanted])
  return since === null ? {status: 'none'} : earlier
}

function byId(documents: readonly Fields[]): ReadonlyMap<string, Fields> {
  return new Map(documents.map((document) => [textOf(document['_id']) ?? '', document]))
}
