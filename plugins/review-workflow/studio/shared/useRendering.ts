import {useEffect, useMemo, useSyncExternalStore} from 'react'
import {type SanityClient, useClient, useCurrentUser, useEditState} from 'sanity'
import {apiVersion, namedRead, type RenderingRead} from '../reads.ts'
import {type Feed, type FeedState, reviewFeed} from '../reviewFeed.ts'
import {type PageState, pageStates} from './pages.ts'
import {usePagesProgress} from './usePagesProgress.ts'

/** Which pages show this document: asked again when it changes, and when one of them moves on. */
export function useRendering(
  documentId: string,
  type: string,
): FeedState<RenderingRead> & {
  readonly states: readonly PageState[]
  readonly refresh: () => void
} {
  const client = useClient({apiVersion})
  const userId = useCurrentUser()?.id ?? ''
  const {draft, published} = useEditState(documentId, type)
  const feed = useMemo(() => sharedFeed(client, userId, documentId), [client, userId, documentId])
  const state = useSyncExternalStore(feed.subscribe, feed.current)
  const read = state.status === 'ready' ? state.read : null
  const progress = usePagesProgress(read?.pages ?? none)
  const moves = progress.map(({revision}) => revision).join(' ')
  const revision = [draft?._rev, published?._rev, moves].join(' ')
  useEffect(() => feed.want(revision), [feed, revision])
  const states = useMemo(
    () => (read === null ? [] : pageStates(documentId, read, progress)),
    [documentId, read, progress],
  )
  return {...state, states, refresh: feed.refresh}
}

const none: RenderingRead['pages'] = []

const feeds = new Map<string, Feed<RenderingRead>>()

function sharedFeed(client: SanityClient, userId: string, id: string): Feed<RenderingRead> {
  const key = [client.config().dataset, userId, id].join(' ')
  const feed = feeds.get(key) ?? reviewFeed(() => namedRead(client, 'rendering', id))
  feeds.set(key, feed)
  return feed
}
