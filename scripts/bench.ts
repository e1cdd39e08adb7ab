import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {cpus, release, tmpdir, totalmem, type} from 'node:os'
import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {atHand} from './atHand.ts'
import {again, type AgainRow} from './bench/again.ts'
import {asChart} from './bench/chart.ts'
import {startBenchServer} from './bench/child.ts'
import {benchContent} from './bench/content.ts'
import {cutOff} from './bench/cutOff.ts'
import {publishing} from './bench/publishing.ts'
import {reading, type ReadingRow} from './bench/reading.ts'
import {asText, type Report, type StartRow} from './bench/report.ts'
import {starting} from './bench/starting.ts'
import {following} from './bench/streams.ts'
import {typing} from './bench/typing.ts'
import {writing} from './bench/writing.ts'

const usage = `npm run bench -- [options]

  --articles 1000,10000   how many articles, in one run after another
  --rounds 5              how often each server gets its turn
  --requests 1000         how much it is asked in a turn
  --documents 100000      how many documents there are where a start is measured
  --pages 2000            how many of them are pages that were signed
  --data <folder>         keeps what was filled for the next time
  --out <folder>          writes bench.json and bench.svg there
  --studio                opens the Studio in Chromium instead, beside a bare Sanity Studio; writes studio.json and .svg
  --help                  prints this`

const {values} = parseArgs({
  options: {
    articles: {type: 'string', default: '1000,10000'},
    rounds: {type: 'string', default: '5'},
    requests: {type: 'string', default: '1000'},
    documents: {type: 'string', default: '100000'},
    pages: {type: 'string', default: '2000'},
    data: {type: 'string'},
    out: {type: 'string'},
    studio: {type: 'boolean', default: false},
    help: {type: 'boolean', default: false},
  },
})
/** Signing takes longer than filling: a few thousand pages are enough to publish among. */
const mostSigned = 3_000

if (values.help) console.log(usage)
else if (values.studio) await benchStudio()
else await bench()

async function bench(): Promise<void> {
  const dir =
    values.data === undefined ? mkdtempSync(join(tmpdir(), 'bench-')) : resolve(values.data)
  const amount = {count: Number(values.rounds), requests: Number(values.requests)}
  const rows: {reading: ReadingRow[]; again: AgainRow[]; start: StartRow[]} = {
    reading: [],
    again: [],
    start: [],
  }
  try {
    const sizes = values.articles.split(',').map(Number)
    for (const size of sizes) {
      const found = await measuredWith(size, dir, amount)
      rows.reading.push(...found.reading)
      rows.again.push(found.again)
      rows.start.push(found.start)
    }
    const report: Report = {
      machine: machine(),
      rounds: amount.count,
      requests: amount.requests,
      ...rows,
      starting: await starting(
        dir,
        {documents: Number(values.documents), pages: Number(values.pages)},
        amount.count,
      ),
      writing: await writing(),
      publishing: await publishing(Math.min(mostSigned, ...sizes.slice(-1))),
      typing: await typing(amount.count),
      streams: await following(),
    }
    console.log(asText(report))
    keep('bench', report, asChart(report))
  } finally {
    if (values.data === undefined) rmSync(dir, {recursive: true})
  }
}

/** With what only tests need besides: a driver of the browser. */
async function benchStudio(): Promise<void> {
  const {studio} = await import('./bench/studio/studio.ts')
  const {studioChart, studioText} = await import('./bench/studio/studioReport.ts')
  const rounds = Number(values.rounds)
  const report = {machine: machine(), rounds, studio: await studio(rounds)}
  console.log(studioText(report))
  keep('studio', report, studioChart(report))
}

function keep(name: string, report: object, chart: string): void {
  if (values.out === undefined) return
  mkdirSync(values.out, {recursive: true})
  writeFileSync(join(values.out, `${name}.json`), `${JSON.stringify(report, null, 2)}\n`)
  writeFileSync(join(values.out, `${name}.svg`), chart)
}

async function measuredWith(
  size: number,
  dir: string,
  amount: {readonly count: number; readonly requests: number},
) {
  const content = benchContent(size)
  const lakeDir = join(dir, `lake-${size}`)
  mkdirSync(lakeDir, {recursive: true})
  console.error(`filling servers with ${size} articles ...`)
  const floorFile = join(dir, `floor-${size}.sqlite`)
  const floor = await startBenchServer('./floorServer.ts', [floorFile, `${size}`])
  const filled = await startBenchServer('./lakeServer.ts', [lakeDir, `${size}`])
  await filled.stop()
  await atHand([floorFile, join(lakeDir, 'datasets', 'production.sqlite')])
  const lake = await startBenchServer('./lakeServer.ts', [lakeDir, `${size}`])
  console.error('asking them ...')
  try {
    const found = {
      reading: await reading({floor, lake}, content, amount),
      again: await again({floor, lake}, content, amount),
    }
    const start: StartRow = {
      articles: size,
      documents: [...content.documents()].length,
      startMs: lake.startMs,
      memoryMb: (await lake.usage()).memoryMb,
      cutOff: await cutOff(lake),
    }
    return {...found, start}
  } finally {
    await floor.stop()
    await lake.stop()
  }
}

function machine(): Readonly<Record<string, string | number>> {
  const [first] = cpus()
  return {
    processor: `${cpus().length} x ${first?.model ?? 'unknown'}`,
    memory: `${(totalmem() / 1e9).toFixed(0)} GB`,
    system: `${type()} ${release()}`,
    node: process.version,
    date: new Date().toISOString().slice(0, 10),
  }
}
