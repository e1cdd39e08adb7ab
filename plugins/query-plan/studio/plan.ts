import {type SanityClient} from 'sanity'
import {type AskedQuery} from './asked.ts'

/** What the lake says of a query. Source: `explain` in its documentation of differences. */
export interface Explanation {
  readonly lookups: readonly Lookup[]
  readonly followed: number
  /** Null for readers from whom documents are hidden. */
  readonly read: number | null
  readonly stored: number
  readonly evaluatedBy: 'lake' | 'groq-js'
}

export interface Lookup {
  readonly way: 'ids' | 'index' | 'list' | 'field' | 'type' | 'everything' | 'count'
  readonly by: string
  readonly times: number
  readonly documents: number
  readonly kept: number | null
  readonly notIndexed: readonly string[]
}

export interface Plan extends Explanation {
  readonly ms: number
}

/** Asks the same once more, and how it was answered. */
export async function planOf(client: SanityClient, asked: AskedQuery): Promise<Plan> {
  const {apiVersion, dataset, query} = asked
  const {explain, ms} = await client
    .withConfig({apiVersion, dataset})
    .request<{readonly explain: Explanation; readonly ms: number}>({
      url: `/data/query/${dataset}`,
      query: {...query, explain: 'true', returnQuery: 'false'},
      tag: 'plan',
    })
  return {...explain, ms}
}
