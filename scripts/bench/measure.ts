import {type BenchServer} from './child.ts'
import {BenchClient} from './client.ts'

/** What a request took: of the clock, and of all processors together. */
export interface Cost {
  readonly ms: number
  readonly cpuMs: number
}

export interface Spread {
  readonly median: number
  readonly least: number
  readonly most: number
}

export interface Measured {
  readonly ms: Spread
  readonly cpuMs: Spread
}

export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (index: number) => sorted[index] ?? NaN
  return {median: at(sorted.length >> 1), least: at(0), most: at(sorted.length - 1)}
}

/** What half of all values stay below, and what all but one in twenty do. */
export interface Percentiles {
  readonly median: number
  readonly p95: number
}

export function percentiles(values: readonly number[]): Percentiles {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? NaN
  return {median: at(0.5), p95: at(0.95)}
}

export function measured(costs: readonly Cost[]): Measured {
  return {ms: spread(costs.map(({ms}) => ms)), cpuMs: spread(costs.map(({cpuMs}) => cpuMs))}
}

export interface Contestant {
  readonly name: string
  readonly server: BenchServer
  readonly urlOf: (turn: number) => string
}

/** As often is everybody asked before anything is measured: by then V8 has compiled what is asked often. */
const warmUps = 1500

/** Lets each have its turn in every round: what else the machine does then falls on all of them. */
export async function rounds(
  contestants: readonly Contestant[],
  {count, requests}: {readonly count: number; readonly requests: number},
): Promise<ReadonlyMap<string, readonly Cost[]>> {
  const costs = new Map<string, Cost[]>(contestants.map(({name}) => [name, []]))
  const client = new BenchClient()
  for (const {urlOf} of contestants)
    for (let turn = 0; turn < warmUps; turn++) await client.ask(urlOf(count * requests + turn))
  for (let round = 0; round < count; round++) {
    const order = round % 2 === 0 ? contestants : contestants.toReversed()
    for (const {name, server, urlOf} of order) {
      const before = await server.usage()
      const started = performance.now()
      for (let at = 0; at < requests; at++) await client.ask(urlOf(round * requests + at))
      const ms = (performance.now() - started) / requests
      const after = await server.usage()
      costs.get(name)?.push({ms, cpuMs: (after.cpuMs - before.cpuMs) / requests})
    }
  }
  client.close()
  return costs
}
