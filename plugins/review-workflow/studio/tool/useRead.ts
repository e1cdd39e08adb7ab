import {useEffect, useState} from 'react'
import {type SanityClient, useClient} from 'sanity'
import {apiVersion, namedRead, type Reads} from '../reads.ts'
import {refusal} from '../runCommand.ts'
import {latestOnly} from './latestOnly.ts'

export type ReadState<Read> =
  | {readonly status: 'loading'}
  | {readonly status: 'failed'; readonly message: string}
  | {readonly status: 'ready'; readonly read: Read}

/** Whatever changes about reviews shows in one of these: of a live page's draft, only in the latter. */
const reviews = '*[_type in ["review", "reviewProgress"]]'

/** However much happens, the server is asked at most this often. */
const pause = 3000

/** One of the server's named reads, asked again when a review changes and when somebody wants to know. */
export function useRead<Name extends keyof Reads>(
  name: Name,
  id: string,
): ReadState<Reads[Name]> & {readonly refresh: () => void; readonly busy: boolean} {
  const client = useClient({apiVersion})
  const [state, setState] = useState<ReadState<Reads[Name]>>({status: 'loading'})
  const [busy, setBusy] = useState(true)
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    const feed = latestOnly(
      () => namedRead(client, name, id),
      (read) => setState({status: 'ready', read}),
      (error) => setState({status: 'failed', message: refusal(error)[0]?.message ?? ''}),
      setBusy,
      pause,
    )
    feed.ask()
    const stop = onReviewChange(client, feed.askSoon)
    return () => {
      stop()
      feed.stop()
    }
  }, [client, name, id, asked])
  return {...state, busy, refresh: () => setAsked((before) => before + 1)}
}

function onReviewChange(client: SanityClient, changed: () => void): () => void {
  const options = {events: ['mutation'], includeResult: false, tag: 'review.changes'} as const
  // Without the listener the page stays as it was read, and the button still refreshes it.
  const subscription = client
    .listen(reviews, {}, {...options, events: [...options.events]})
    .subscribe({next: changed, error: () => undefined})
  return () => subscription.unsubscribe()
}
