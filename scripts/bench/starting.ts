import {execFile, spawn} from 'node:child_process'
import {existsSync, renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {isStudioBuilt} from '../build-studio.ts'
import {BenchClient} from './client.ts'
import {fillLivedIn, type LivedIn} from './livedIn.ts'
import {type Spread, spread} from './measure.ts'

export interface StartingRow extends LivedIn {
  readonly withStudio: boolean
  /** From the start of the process until a reader had an answer. */
  readonly answered: Spread
  readonly memoryMb: Spread
}

const newest = '*[_type == "article"] | order(_createdAt desc, _id asc)[0...20]{title}'

/** Starts what `npm start` starts, on a folder that has seen use, and asks for a list of pages. */
export async function starting(dir: string, wanted: LivedIn, rounds: number): Promise<StartingRow> {
  const data = join(dir, `lived-in-${wanted.documents}-${wanted.pages}`)
  if (!existsSync(data)) {
    const part = `${data}.part`
    rmSync(part, {recursive: true, force: true})
    console.error(`filling a folder with ${wanted.pages} signed pages ...`)
    await fillLivedIn(part, wanted)
    renameSync(part, data)
  }
  const withStudio = isStudioBuilt()
  const started: {readonly ms: number; readonly memoryMb: number}[] = []
  // The first one warms up, and does what a new day brings.
  for (let round = 0; round <= rounds; round++) {
    const found = await startedOnce(data, withStudio)
    if (round > 0) started.push(found)
  }
  return {
    ...wanted,
    withStudio,
    answered: spread(started.map(({ms}) => ms)),
    memoryMb: spread(started.map(({memoryMb}) => memoryMb)),
  }
}

async function startedOnce(data: string, withStudio: boolean) {
  const started = performance.now()
  const script = join(import.meta.dirname, '..', 'start.ts')
  const options = ['--data', data, '--port', '0', ...(withStudio ? [] : ['--no-studio'])]
  const child = spawn(process.execPath, [script, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const client = new BenchClient()
  try {
    const url = await readyAt(child.stdout)
    const query = new URLSearchParams({query: newest})
    const rows = await client.result(`${url}/v2025-02-19/data/query/production?${query}`)
    const ms = performance.now() - started
    if (!Array.isArray(rows) || rows.length === 0) throw new Error('No reader is served any page.')
    return {ms, memoryMb: await memoryOf(child.pid ?? 0)}
  } finally {
    client.close()
    child.kill('SIGTERM')
    await ended
  }
}

async function readyAt(output: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  for await (const chunk of output) {
    text += String(chunk)
    const url = /^ready (\S+)$/m.exec(text)?.[1]
    if (url !== undefined) return url
  }
  throw new Error(`The server did not start: ${text}`)
}

async function memoryOf(pid: number): Promise<number> {
  const {stdout} = await promisify(execFile)('ps', ['-o', 'rss=', '-p', `${pid}`])
  return (Number(stdout) * 1024) / 1e6
}
