import {type BenchServer} from './child.ts'
import {type BenchContent} from './content.ts'
import {type Measured, measured, rounds} from './measure.ts'
import {questions} from './questions.ts'
import {lakeAddress} from './reading.ts'

export interface AgainRow {
  readonly articles: number
  /** A server that sends one text which it put together when it started. */
  readonly prebuilt: Measured
  /** The lake, asked the same again by readers without an account. */
  readonly lake: Measured
}

export async function again(
  {floor, lake}: {readonly floor: BenchServer; readonly lake: BenchServer},
  content: BenchContent,
  amount: {readonly count: number; readonly requests: number},
): Promise<AgainRow> {
  const [article] = questions
  if (article === undefined) throw new Error('There are no questions.')
  const url = lakeAddress(lake, article, 1, content, false)
  const costs = await rounds(
    [
      {name: 'prebuilt', server: floor, urlOf: () => `${floor.url}/prebuilt`},
      {name: 'lake', server: lake, urlOf: () => url},
    ],
    amount,
  )
  const of = (name: string) => measured(costs.get(name) ?? [])
  return {articles: content.articles, prebuilt: of('prebuilt'), lake: of('lake')}
}
