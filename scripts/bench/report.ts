import {type AgainRow} from './again.ts'
import {type CutOff} from './cutOff.ts'
import {type Percentiles, type Spread} from './measure.ts'
import {type PublishingRow} from './publishing.ts'
import {type ReadingRow} from './reading.ts'
import {type StartingRow} from './starting.ts'
import {type StreamsRow} from './streams.ts'
import {type TypingRow} from './typing.ts'
import {type WritingRow} from './writing.ts'

export interface StartRow {
  readonly articles: number
  readonly documents: number
  /** Until the server could be asked, with everything in place. */
  readonly startMs: number
  /** After all that was asked of it. */
  readonly memoryMb: number
  readonly cutOff: CutOff
}

/** What is to be held. */
const bars = {startMs: 2000, memoryMb: 400} as const

export interface Report {
  readonly machine: Readonly<Record<string, string | number>>
  readonly rounds: number
  readonly requests: number
  readonly reading: readonly ReadingRow[]
  readonly again: readonly AgainRow[]
  readonly start: readonly StartRow[]
  readonly starting: StartingRow
  readonly writing: WritingRow
  readonly publishing: PublishingRow
  readonly typing: TypingRow
  readonly streams: StreamsRow
}

/** The report for whoever sits before a terminal. */
export function asText(report: Report): string {
  const {machine, rounds, requests, reading, again, start} = report
  const {starting, writing, publishing, typing, streams} = report
  return [
    Object.entries(machine)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n'),
    `${rounds} rounds by turns, ${requests} requests each over one connection; medians (least to most)`,
    table(
      [
        'articles',
        'question',
        'floor ms',
        'lake ms',
        'times',
        'floor CPU',
        'lake CPU',
        'times',
        'groq-js ms',
      ],
      reading.map(({articles, question, floor, lake, groqJs}) => [
        `${articles}`,
        question,
        told(floor.ms),
        told(lake.ms),
        (lake.ms.median / floor.ms.median).toFixed(1),
        told(floor.cpuMs),
        told(lake.cpuMs),
        (lake.cpuMs.median / floor.cpuMs.median).toFixed(1),
        groqJs === null ? '-' : groqJs.toFixed(1),
      ]),
    ),
    'The same asked again by readers without an account, beside a server that sends a text that is ready',
    table(
      ['articles', 'ready ms', 'lake ms', 'times'],
      again.map(({articles, prebuilt, lake}) => [
        `${articles}`,
        told(prebuilt.ms),
        told(lake.ms),
        (lake.ms.median / prebuilt.ms.median).toFixed(2),
      ]),
    ),
    table(
      [
        'articles',
        'documents',
        'start ms',
        `memory MB (bar ${bars.memoryMb})`,
        'cut off',
        'then MB',
      ],
      start.map((row) => [
        `${row.articles}`,
        `${row.documents}`,
        row.startMs.toFixed(0),
        row.memoryMb.toFixed(0),
        `${row.cutOff.queries}`,
        row.cutOff.memoryMb.toFixed(0),
      ]),
    ),
    `npm start with ${starting.documents} documents, ${starting.pages} of them signed pages, ` +
      `${starting.withStudio ? 'with' : 'without'} the Studio: a reader had an answer after ` +
      `${told(starting.answered)} ms (bar ${bars.startMs}), with ${told(starting.memoryMb)} MB (bar ${bars.memoryMb})`,
    `Publishing a draft, without anybody's rules: ${besideBare(writing)}`,
    `Publishing a signed article through the gate, among ${publishing.articles}: ${besideBare(publishing)}`,
    `What is typed in a second is kept after ${inHaste(typing.together)} while ${typing.typists} people type, ` +
      'each through the gate in a draft of their own, and look at all that a tab of the Studio looks at then; ' +
      `after ${inHaste(typing.alone)} while one does`,
    `${streams.streams} streams heard of a commit after ${told(streams.heard)} ms`,
  ].join('\n\n')
}

function besideBare({publish, bare}: WritingRow): string {
  return (
    `${told(publish)} ms; SQLite alone, writing the same rows: ${told(bare)} ms; ` +
    `${(publish.median / bare.median).toFixed(1)} times`
  )
}

function inHaste({median, p95}: Percentiles): string {
  return `${median.toFixed(1)} ms (19 of 20 within ${p95.toFixed(1)} ms)`
}

export function told({median, least, most}: Spread, digits = 2): string {
  return `${median.toFixed(digits)} (${least.toFixed(digits)}-${most.toFixed(digits)})`
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length)),
  )
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => (at === 1 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join(
    '\n',
  )
}
