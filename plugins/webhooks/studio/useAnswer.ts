import {useCallback, useEffect, useMemo, useState} from 'react'
import {useClient} from 'sanity'
import {apiVersion, hooksApi, messageOf} from './hooksApi.ts'

export type Answer<Value> =
  | {readonly status: 'loading'}
  | {readonly status: 'failed'; readonly message: string}
  | {readonly status: 'ready'; readonly value: Value}

export type HooksApi = ReturnType<typeof hooksApi>

export function useHooksApi(): HooksApi {
  const client = useClient({apiVersion})
  return useMemo(() => hooksApi(client), [client])
}

/** What the server tells; asked again by `refresh`. `ask` must stay the same between renderings. */
export function useAnswer<Value>(
  ask: () => Promise<Value>,
): Answer<Value> & {readonly refresh: () => void} {
  const [answer, setAnswer] = useState<Answer<Value>>({status: 'loading'})
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    let isCurrent = true
    ask().then(
      (value) => isCurrent && setAnswer({status: 'ready', value}),
      (error: unknown) => isCurrent && setAnswer({status: 'failed', message: messageOf(error)}),
    )
    return () => {
      isCurrent = false
    }
  }, [ask, asked])
  const refresh = useCallback(() => setAsked((before) => before + 1), [])
  return {...answer, refresh}
}
