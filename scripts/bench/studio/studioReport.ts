import {barChart} from '../chart.ts'
import {told, table} from '../report.ts'
import {type StudioRow} from './studio.ts'

export interface StudioReport {
  readonly machine: Readonly<Record<string, string | number>>
  readonly rounds: number
  readonly studio: readonly StudioRow[]
}

export function studioText({machine, rounds, studio}: StudioReport): string {
  return [
    Object.entries(machine)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n'),
    `The Studio in Chromium until a page can be used, beside a bare Sanity Studio on the same lake; ` +
      `${rounds} rounds by turns; medians (least to most)`,
    table(
      ['visit', 'page', 'studio', 'ms', 'CPU ms', 'requests', 'kB'],
      studio.map(({visit, page, studio: name, ms, cpuMs, requests, kilobytes}) => [
        visit,
        page,
        name,
        told(ms, 0),
        told(cpuMs, 0),
        `${requests}`,
        kilobytes.toFixed(0),
      ]),
    ),
    (['first', 'again'] as const)
      .map(
        (visit) => `The form, ${visit}: ${timesBare(studio, visit).toFixed(2)} times the bare one`,
      )
      .join('\n'),
  ].join('\n\n')
}

function timesBare(rows: readonly StudioRow[], visit: StudioRow['visit']): number {
  const of = (name: StudioRow['studio']) =>
    rows.find((row) => row.page === 'form' && row.studio === name && row.visit === visit)?.ms
      .median ?? NaN
  return of('restwell') / of('bare')
}

export function studioChart({machine, studio}: StudioReport): string {
  const groups = studio
    .filter(({studio: name}) => name === 'restwell')
    .map(({page, visit}) => ({
      label: page,
      note: visit === 'first' ? 'for the first time' : 'again',
      bars: studio
        .filter((row) => row.page === page && row.visit === visit)
        .map((row) => ({
          name: row.studio,
          value: row.ms.median,
          colour: row.studio === 'bare' ? '#9aa5b1' : '#2f6f5e',
        })),
    }))
  return barChart({title: 'Milliseconds until a page of the Studio can be used', machine, groups})
}
