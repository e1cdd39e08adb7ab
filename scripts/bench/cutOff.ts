import {type BenchServer} from './child.ts'
import {BenchClient} from './client.ts'

export interface CutOff {
  /** Of the queries that went through everything, those that ended at their budget. */
  readonly queries: number
  readonly memoryMb: number
}

const scans = 20

/** Asks for what no index knows, again and again, and looks at what is left of it in memory. */
export async function cutOff(lake: BenchServer): Promise<CutOff> {
  const client = new BenchClient()
  let queries = 0
  for (let scan = 0; scan < scans; scan++) {
    const query = new URLSearchParams({query: `*[length(title) > ${1000 + scan}]{title}`})
    const {status} = await client.ask(`${lake.url}/v2025-02-19/data/query/production?${query}`)
    if (status !== 200) queries += 1
  }
  client.close()
  return {queries, memoryMb: (await lake.usage()).memoryMb}
}
