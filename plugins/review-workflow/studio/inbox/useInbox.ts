import {useEffect, useMemo, useState} from 'react'
import {listenQuery, useClient} from 'sanity'
import {useMe} from '../me.ts'
import {apiVersion} from '../reads.ts'
import {type InboxGroup, inboxGroups, type SharedChange, sharedChanges, soonFrom} from './groups.ts'
import {inboxQuery, type InboxRow} from './inboxRow.ts'

type Rows =
  | {readonly status: 'loading'}
  | {readonly status: 'failed'; readonly message: string}
  | {readonly status: 'ready'; readonly rows: readonly InboxRow[]}

type InboxState =
  | Exclude<Rows, {readonly status: 'ready'}>
  | {
      readonly status: 'ready'
      readonly read: {
        readonly groups: readonly InboxGroup[]
        readonly shared: readonly SharedChange[]
      }
    }

const query = {fetch: inboxQuery, listen: '*[_type == "reviewProgress"]'}

/** The inbox of whoever is signed in, kept up to date while it is on screen. */
export function useInbox(): InboxState {
  const client = useClient({apiVersion})
  const me = useMe()
  const [state, setState] = useState<Rows>({status: 'loading'})
  const [soon] = useState(() => soonFrom(new Date()))
  useEffect(() => {
    const options = {tag: 'review.inbox', throttleTime: 500, perspective: 'raw'} as const
    const subscription = listenQuery(client, query, {soon}, options).subscribe({
      next: (rows: readonly InboxRow[]) => setState({status: 'ready', rows}),
      error: (error: unknown) => setState({status: 'failed', message: String(error)}),
    })
    return () => subscription.unsubscribe()
  }, [client, soon])
  return useMemo(
    () =>
      state.status === 'ready'
        ? {
            status: 'ready',
            read: {
              groups: inboxGroups(state.rows, me, soon),
              shared: sharedChanges(state.rows, me),
            },
          }
        : state,
    [state, me, soon],
  )
}
