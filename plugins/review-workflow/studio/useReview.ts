import {useEffect, useMemo, useSyncExternalStore} from 'react'
import {type SanityClient, useClient, useCurrentUser, useEditState} from 'sanity'
import {apiVersion, namedRead, type ReviewRead} from './reads.ts'
import {type Feed, reviewFeed, type ReviewState} from './reviewFeed.ts'
import {useProgress} from './useProgress.ts'
import {useProjection} from './useProjection.ts'

/** What this user may do with this document, and why: asked again whenever the words or their review change. */
export function useReview(
  documentId: string,
  type: string,
): ReviewState & {readonly refresh: () => void} {
  const client = useClient({apiVersion})
  const userId = useCurrentUser()?.id ?? ''
  const {draft, published} = useEditState(documentId, type)
  const projection = useProjection(documentId)
  const progress = useProgress(documentId)
  const feed = useMemo(() => sharedFeed(client, userId, documentId), [client, userId, documentId])
  const state = useSyncExternalStore(feed.subscribe, feed.current)
  const revision = [draft?._rev, published?._rev, projection?._rev, progress?._rev].join(' ')
  useEffect(() => feed.want(revision), [feed, revision])
  return {...state, refresh: feed.refresh}
}

const feeds = new Map<string, Feed<ReviewRead>>()

function sharedFeed(client: SanityClient, userId: string, documentId: string): Feed<ReviewRead> {
  const key = [client.config().dataset, userId, documentId].join(' ')
  const feed = feeds.get(key) ?? reviewFeed(() => namedRead(client, 'review', documentId))
  feeds.set(key, feed)
  return feed
}
