import {defineQuery} from 'groq'
import {useMemo, useSyncExternalStore} from 'react'
import {listenQuery, type SanityClient, useClient} from 'sanity'
import {progressId} from '../useProgress.ts'
import {apiVersion, type RenderingRead} from '../reads.ts'
import {source, type Source} from '../source.ts'
import {type PageProgress} from './pages.ts'

const progressQuery = defineQuery(`
  *[_type == "reviewProgress" && _id in $ids] | order(_id asc) {
    "subject": subject._ref,
    "revision": _rev,
    "request": select(defined(request) => {
      "to": request.to.name,
      "claimedBy": request.claimedBy.name,
      "shared": coalesce(request.shared, [])
    }, null),
    "objection": select(defined(objection) => objection{name, note}, null)
  }
`)

const query = {fetch: progressQuery, listen: '*[_type == "reviewProgress" && _id in $ids]'}

type Progress = readonly PageProgress[]

const none: Progress = []

/** How far these pages are, kept up to date while somebody looks. */
export function usePagesProgress(pages: RenderingRead['pages']): Progress {
  const client = useClient({apiVersion})
  const ids = pages
    .map(({id}) => progressId(id))
    .sort()
    .join(' ')
  const progress = useMemo(() => shared(client, ids), [client, ids])
  return useSyncExternalStore(progress.subscribe, progress.current)
}

const sources = new Map<string, Source<Progress>>()

function shared(client: SanityClient, ids: string): Source<Progress> {
  const key = [client.config().dataset, ids].join(' ')
  const known = sources.get(key) ?? source(none, (show) => listen(client, ids, show))
  sources.set(key, known)
  return known
}

function listen(client: SanityClient, ids: string, show: (rows: Progress) => void): () => void {
  if (ids === '') return () => undefined
  const options = {tag: 'review.pages', throttleTime: 500, perspective: 'raw'} as const
  const subscription = listenQuery(client, query, {ids: ids.split(' ')}, options).subscribe({
    next: show,
    // Without it the page shows who signed, only not who was asked.
    error: () => show(none),
  })
  return () => subscription.unsubscribe()
}
