import {useMemo, useSyncExternalStore} from 'react'
import {
  type DocumentStore,
  type SanityClient,
  useClient,
  useCurrentUser,
  useDocumentStore,
} from 'sanity'
import {apiVersion, namedRead, type Reads} from '../reads.ts'
import {sharing} from '../sharing.ts'
import {type Asked, type ReadSource, readSource} from './readSource.ts'

/** Whatever changes about reviews shows in one of these: of a live page's draft, only in the latter. */
const reviews = '*[_type in ["review", "reviewProgress"]]'

/** One of the server's named reads, asked again when a review changes and when somebody wants to know. */
export function useRead<Name extends keyof Reads>(
  name: Name,
  id: string,
): Asked<Reads[Name]> & {readonly refresh: () => void} {
  const client = useClient({apiVersion})
  const documents = useDocumentStore()
  const userId = useCurrentUser()?.id ?? ''
  const source = useMemo(
    () => sharedRead(documents, client, userId, name, id),
    [documents, client, userId, name, id],
  )
  const state = useSyncExternalStore(source.subscribe, source.current)
  return useMemo(() => ({...state, refresh: source.refresh}), [state, source])
}

const shared = sharing<ReadSource<unknown>>()

/** The same for all on a page who ask the same: each credential of somebody wants to know the policy. */
function sharedRead<Name extends keyof Reads>(
  documents: DocumentStore,
  client: SanityClient,
  userId: string,
  name: Name,
  id: string,
): ReadSource<Reads[Name]> {
  return shared(documents, [client.config().dataset, userId, name, id], () =>
    readSource(
      () => namedRead(client, name, id),
      (changed) => onReviewChange(client, changed),
    ),
  ) as ReadSource<Reads[Name]>
}

function onReviewChange(client: SanityClient, changed: () => void): () => void {
  const options = {events: ['mutation'], includeResult: false, tag: 'review.changes'} as const
  // Without the listener the page stays as it was read, and the button still refreshes it.
  const subscription = client
    .listen(reviews, {}, {...options, events: [...options.events]})
    .subscribe({next: changed, error: () => undefined})
  return () => subscription.unsubscribe()
}
