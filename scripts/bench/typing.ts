import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type LakeDocument} from '../../lake/document.ts'
import {startBenchServer} from './child.ts'
import {benchContent} from './content.ts'
import {type Percentiles, percentiles} from './measure.ts'
import {putShared, reviewedLake, write} from './reviewedLake.ts'
import {Typist} from './typist.ts'

export interface TypingRow {
  readonly typists: number
  /** Milliseconds until what was typed in a second is kept, of somebody who is alone. */
  readonly alone: Percentiles
  /** While everybody types. */
  readonly together: Percentiles
}

const typists = 50
const phaseMs = 6_000

/** Has one person type, and many, in turns: each their own draft, through the gate and over HTTP. */
export async function typing(rounds: number): Promise<TypingRow> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-'))
  const {tokens, articles} = await officeIn(dir)
  const server = await startBenchServer('./reviewedServer.ts', [dir])
  const everybody = articles.map(
    ({_id: articleId, text}, at) =>
      new Typist({url: server.url, token: tokens[at] ?? '', articleId, text}),
  )
  const times = {alone: [] as number[], together: [] as number[]}
  try {
    // The first round warms up.
    for (let round = 0; round <= rounds; round++) {
      const alone = await phase(everybody.slice(0, 1))
      const together = await phase(everybody)
      if (round === 0) continue
      times.alone.push(...alone)
      times.together.push(...together)
    }
  } finally {
    await server.stop()
    rmSync(dir, {recursive: true})
  }
  return {
    typists,
    alone: percentiles(times.alone),
    together: percentiles(times.together),
  }
}

async function phase(some: readonly Typist[]): Promise<readonly number[]> {
  await Promise.all(some.map((typist) => typist.sitDown()))
  const taken = await Promise.all(some.map((typist) => typist.type(phaseMs)))
  for (const typist of some) typist.standUp()
  return taken.flat()
}

/** A folder with a draft and a session for each of them. */
async function officeIn(dir: string) {
  const house = await reviewedLake(dir)
  const {accounts} = house.lake
  const documents = [...benchContent(typists).documents()]
  const ofTypes = (...types: readonly string[]) =>
    documents.filter(({_type}) => types.includes(_type))
  await putShared(house, ofTypes('person', 'category', 'citation'))
  const articles = ofTypes('article')
  await write(house, articles)
  const tokens: string[] = []
  for (const {_id} of articles) {
    const account = await accounts.add({
      email: `${_id}@bench.example`,
      name: _id,
      role: 'editor',
      password: 'a password of the bench',
    })
    tokens.push(accounts.redeemSid(accounts.createSid(account.id)) ?? '')
  }
  await house.lake.close()
  return {tokens, articles: articles.map((article) => ({_id: article._id, text: textOf(article)}))}
}

/** The words of its first paragraph. */
function textOf({sections}: LakeDocument): string {
  const [first] = sections as unknown as readonly Section[]
  return first?.body[0]?.children[0]?.text ?? ''
}

interface Section {
  readonly body: readonly {readonly children: readonly {readonly text: string}[]}[]
}
