import {useMemo, useSyncExternalStore} from 'react'
import {
  type DocumentPreviewStore,
  type DocumentStore,
  type SanityClient,
  useClient,
  useCurrentUser,
  useDocumentPreviewStore,
  useDocumentStore,
} from 'sanity'
import {projectionId} from './projectionId.ts'
import {apiVersion, namedRead, type ReviewRead} from './reads.ts'
import {type Feed, reviewFeed, type ReviewState} from './reviewFeed.ts'
import {sharing} from './sharing.ts'
import {watchRevisions} from './revisions.ts'
import {progressId} from './useProgress.ts'

interface Stores {
  readonly client: SanityClient
  readonly documents: DocumentStore
  readonly previews: DocumentPreviewStore
}

/**
 * What this user may do with this document, and why: asked again whenever the words or their review change. Twenty
 * buttons and badges of a form look at it, so what it watches is watched once for all of them.
 */
export function useReview(
  documentId: string,
  type: string,
): ReviewState & {readonly refresh: () => void} {
  const client = useClient({apiVersion})
  const documents = useDocumentStore()
  const previews = useDocumentPreviewStore()
  const userId = useCurrentUser()?.id ?? ''
  const feed = useMemo(
    () => sharedFeed({client, documents, previews}, userId, documentId, type),
    [client, documents, previews, userId, documentId, type],
  )
  const state = useSyncExternalStore(feed.subscribe, feed.current)
  return useMemo(() => ({...state, refresh: feed.refresh}), [state, feed])
}

const shared = sharing<Feed<ReviewRead>>()

function sharedFeed(
  {client, documents, previews}: Stores,
  userId: string,
  id: string,
  type: string,
): Feed<ReviewRead> {
  return shared(documents, [client.config().dataset, userId, id], () =>
    reviewFeed(
      () => namedRead(client, 'review', id),
      (want) =>
        watchRevisions(
          documents.pair.editState(id, type),
          [projectionId(id), progressId(id)].map((each) => previews.unstable_observeDocument(each)),
          want,
        ),
    ),
  )
}
