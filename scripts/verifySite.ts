import {parseArgs} from 'node:util'
import {createClient} from '@sanity/client'
import {problemMessage, type Verdict, verifySite} from '../queries/index.ts'

/** `npm run --silent verify:site -- --url http://127.0.0.1:3333`: fails when a page of a lake does not verify. */
const {values} = parseArgs({
  options: {
    url: {type: 'string', default: 'http://127.0.0.1:3333'},
    dataset: {type: 'string', default: 'production'},
    token: {type: 'string'},
  },
})

const {url, dataset, token} = values
const client = createClient({
  projectId: 'restwell',
  dataset,
  apiHost: url,
  useProjectHostname: false,
  useCdn: false,
  apiVersion: '2025-02-19',
  perspective: 'published',
  ...(token === undefined ? {} : {token}),
})

try {
  const {checked, wrong} = await looked(verifySite((query, params) => client.fetch(query, params)))
  for (const line of wrong) console.error(line)
  if (wrong.length > 0) process.exitCode = 1
  else if (checked === 0) console.log(`There are no pages at ${url} to verify.`)
  else console.log(`All ${checked} pages verify: their words are those that were signed.`)
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error)
  console.error(`The pages at ${url} could not be verified: ${reason}`)
  process.exitCode = 1
}

async function looked(verdicts: AsyncIterable<Verdict>) {
  let checked = 0
  const wrong: string[] = []
  for await (const verdict of verdicts) {
    checked += 1
    if (verdict.valid) continue
    for (const problem of verdict.problems) {
      wrong.push(`${verdict.id ?? 'a page'}: ${problem.code}. ${problemMessage(problem)}`)
    }
  }
  return {checked, wrong}
}
