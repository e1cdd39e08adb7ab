import {useEffect, useState} from 'react'
import {listenQuery, useClient} from 'sanity'
import {apiVersion} from '../reads.ts'
import {type InboxGroups, inboxGroups, inboxQuery, type InboxRow, soonFrom} from './groups.ts'

type InboxState =
  | {readonly status: 'loading'}
  | {readonly status: 'failed'; readonly message: string}
  | {readonly status: 'ready'; readonly groups: InboxGroups}

const query = {fetch: inboxQuery, listen: '*[_type == "review"]'}

/** The inbox as it stands, kept up to date while it is on screen. */
export function useInbox(): InboxState {
  const client = useClient({apiVersion})
  const [state, setState] = useState<InboxState>({status: 'loading'})
  useEffect(() => {
    const soon = soonFrom(new Date())
    const rows = listenQuery(client, query, {soon}, {tag: 'review.inbox', throttleTime: 500})
    const subscription = rows.subscribe({
      next: (found: readonly InboxRow[]) =>
        setState({status: 'ready', groups: inboxGroups(found, soon)}),
      error: (error: unknown) => setState({status: 'failed', message: String(error)}),
    })
    return () => subscription.unsubscribe()
  }, [client])
  return state
}
