import {isDeepStrictEqual} from 'node:util'
import {evaluateSync, parse} from 'groq-js'
import {type BenchServer} from './child.ts'
import {BenchClient} from './client.ts'
import {type BenchContent} from './content.ts'
import {type Contestant, type Measured, measured, rounds, spread} from './measure.ts'
import {type Question, questions} from './questions.ts'

export interface ReadingRow {
  readonly articles: number
  readonly question: string
  readonly floor: Measured
  readonly lake: Measured
  /** Milliseconds in process, over all documents; null where there are too many for it. */
  readonly groqJs: number | null
}

const mostForGroqJs = 10_000
const checked = 20

/** Asks floor, lake and groq-js the same, and makes sure that they answer the same. */
export async function reading(
  {floor, lake}: {readonly floor: BenchServer; readonly lake: BenchServer},
  content: BenchContent,
  amount: {readonly count: number; readonly requests: number},
): Promise<readonly ReadingRow[]> {
  const dataset = content.articles > mostForGroqJs ? null : [...content.documents()]
  const rows: ReadingRow[] = []
  for (const question of questions) {
    const floorUrl = (turn: number) => floorAddress(floor, question, turn, content)
    const lakeUrl = (turn: number) => lakeAddress(lake, question, turn, content)
    await check(question, content, {floorUrl, lakeUrl}, dataset)
    const contestants: readonly Contestant[] = [
      {name: 'floor', server: floor, urlOf: floorUrl},
      {name: 'lake', server: lake, urlOf: lakeUrl},
    ]
    const costs = await rounds(contestants, amount)
    const of = (name: string) => measured(costs.get(name) ?? [])
    rows.push({
      articles: content.articles,
      question: question.name,
      floor: of('floor'),
      lake: of('lake'),
      groqJs: dataset && byGroqJs(question, content, dataset),
    })
  }
  return rows
}

export function floorAddress(
  {url}: BenchServer,
  question: Question,
  turn: number,
  content: BenchContent,
): string {
  const [value = ''] = Object.values(question.params(turn, content))
  return `${url}/${question.path}?value=${encodeURIComponent(value)}`
}

/** With a parameter that nobody reads, so that no answer is one that was given before. */
export function lakeAddress(
  {url}: BenchServer,
  question: Question,
  turn: number,
  content: BenchContent,
  isFresh = true,
): string {
  const params = {...question.params(turn, content), ...(isFresh ? {turn: `${turns++}`} : {})}
  const query = new URLSearchParams({query: question.query, returnQuery: 'false'})
  for (const [name, value] of Object.entries(params)) query.set(`$${name}`, JSON.stringify(value))
  return `${url}/v2025-02-19/data/query/production?${query}`
}

let turns = 0

async function check(
  question: Question,
  content: BenchContent,
  {floorUrl, lakeUrl}: Readonly<Record<'floorUrl' | 'lakeUrl', (turn: number) => string>>,
  dataset: readonly object[] | null,
): Promise<void> {
  const client = new BenchClient()
  for (let turn = 0; turn < checked; turn++) {
    const answers = [await client.result(floorUrl(turn)), await client.result(lakeUrl(turn))]
    if (dataset !== null && turn < 2) answers.push(evaluated(question, turn, content, dataset))
    if (!answers.every((answer) => isDeepStrictEqual(plain(answer), plain(answers[0]))))
      throw new Error(`They do not agree on "${question.name}": ${JSON.stringify(answers)}`)
  }
  client.close()
}

function evaluated(
  question: Question,
  turn: number,
  content: BenchContent,
  dataset: readonly object[],
): unknown {
  const params = question.params(turn, content)
  return evaluateSync(parse(question.query, {params}), {dataset, params}).data
}

function byGroqJs(question: Question, content: BenchContent, dataset: readonly object[]): number {
  const times = [1, 2, 3].map((turn) => {
    const started = performance.now()
    evaluated(question, turn, content, dataset)
    return performance.now() - started
  })
  return spread(times).median
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}
