import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import {type AskedQuery, watchVision} from './asked.ts'
import {type Plan, planOf} from './plan.ts'

export type PlanState =
  | {readonly status: 'none' | 'loading'}
  | {readonly status: 'failed'; readonly message: string}
  | {readonly status: 'ready'; readonly plan: Plan}

/** The plan of what was fetched last; nothing is asked while nobody looks. */
export function usePlan(isShown: boolean): PlanState {
  const client = useClient({apiVersion: '2025-02-19'})
  const [asked, setAsked] = useState<AskedQuery | null>(null)
  const [state, setState] = useState<PlanState>({status: 'none'})
  useEffect(() => watchVision(setAsked), [])
  useEffect(() => {
    if (asked === null || !isShown) return
    let isCurrent = true
    const show = (next: PlanState) => isCurrent && setState(next)
    show({status: 'loading'})
    planOf(client, asked).then(
      (plan) => show({status: 'ready', plan}),
      (error: unknown) =>
        show({status: 'failed', message: error instanceof Error ? error.message : String(error)}),
    )
    return () => {
      isCurrent = false
    }
  }, [client, asked, isShown])
  return state
}
