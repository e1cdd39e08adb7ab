import {useEffect, useState} from 'react'
import {listenQuery, useClient} from 'sanity'
import {apiVersion} from './apiVersion.ts'

export interface StagePage {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly stage: string
  readonly riskClass: string
}

export type StagePages =
  | {readonly status: 'loading'}
  | {readonly status: 'failed'}
  | {readonly status: 'ready'; readonly pages: readonly StagePage[]}

/** More than anybody reads; whoever looks for one page of so many searches the Studio. */
export const mostPages = 1_000

/** The pages of those types that a filter on the worklist finds, those that have waited longest first, kept up to date. */
export function useStagePages(types: readonly string[], filter: string): StagePages {
  const client = useClient({apiVersion})
  const [found, setFound] = useState<StagePages>({status: 'loading'})
  const wanted = types.join(' ')
  useEffect(() => {
    const query = {
      fetch: `*[_type == "reviewProgress" && subjectType in $types && (${filter})]
        | order(stageSince asc, _id asc)[0...${mostPages}]
        {"id": subject._ref, "type": subjectType, title, stage, riskClass}`,
      listen: '*[_type == "reviewProgress"]',
    }
    const options = {tag: 'structure.stage', throttleTime: 500, perspective: 'raw'} as const
    const subscription = listenQuery(client, query, {types: wanted.split(' ')}, options).subscribe({
      next: (pages: readonly StagePage[]) => setFound({status: 'ready', pages}),
      error: () => setFound({status: 'failed'}),
    })
    return () => subscription.unsubscribe()
  }, [client, filter, wanted])
  return found
}
