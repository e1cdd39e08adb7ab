import {execFile} from 'node:child_process'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {createApp} from '../../lake/http/app.ts'
import {type Ask, type Verdict, verifySite} from '../../queries/index.ts'
import {openStarterLake, type StarterLake} from './support/starterLake.ts'

let lake: StarterLake
let server: {readonly url: string; close(): Promise<void>}

beforeAll(async () => {
  lake = await openStarterLake()
  const config = {projectId: 'restwell', title: 'Restwell Studio', version: '1.2.3', log: () => {}}
  server = await createApp({lake: lake.lake, config}).start({port: 0, host: '127.0.0.1'})
})
afterAll(async () => {
  await server.close()
  await lake.close()
})

const script = join(import.meta.dirname, '../../scripts/verifySite.ts')

function run(url: string): Promise<{readonly code: number; readonly said: string}> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, '--url', url], (error, stdout, stderr) => {
      resolve({code: error === null ? 0 : Number(error.code), said: `${stdout}${stderr}`})
    })
  })
}

test('a site of signed pages passes its build', async () => {
  expect(await run(server.url)).toEqual({
    code: 0,
    said: 'All 5 pages verify: their words are those that were signed.\n',
  })
})

test('a build does not pass where nobody answers', async () => {
  const {code, said} = await run('http://127.0.0.1:9')
  expect([code, said.startsWith('The pages at http://127.0.0.1:9 could not be verified:')]).toEqual(
    [1, true],
  )
})

async function verdicts(ask: Ask): Promise<readonly Verdict[]> {
  const all: Verdict[] = []
  for await (const verdict of verifySite(ask)) all.push(verdict)
  return all
}

test('a page that was tampered with, and one that is held back, are named', async () => {
  const tampered: Ask = async (query, params) => {
    const answer = JSON.stringify(await lake.read(query, {...params} as never))
    const rows = JSON.parse(answer.replace('Dim', 'Dimm')) as readonly unknown[]
    return query.includes('proof') ? rows.slice(0, -1) : rows
  }
  const wrong = (await verdicts(tampered)).flatMap((verdict) =>
    verdict.valid ? [] : [[verdict.id, verdict.problems.map(({code}) => code)]],
  )
  expect(wrong).toEqual([
    ['article-a-calmer-evening', ['wordsChanged']],
    ['technique-chair', ['pageUnreadable']],
  ])
})
