import {rmSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {type Actor} from '../../lake/actor.ts'
import {type LedgerRecord} from '../../lake/guard.ts'
import {brokenRecords} from '../../lake/ledger.ts'
import {
  leftOver,
  mostKinds,
  mostRecorded,
  type RefusalRecord,
  type Tally,
  tallied,
  windowMs,
} from '../../lake/refusals/refusalTally.ts'
import {type Refusal} from '../../lake/refusals/refusals.ts'
import {openStore} from '../../lake/store/store.ts'
import {openTestLake, type TestLake} from '../support/openTestLake.ts'

const refusal: Refusal = {subject: 'page', door: 'mutate', codes: ['refused']}
const began = Date.parse('2026-03-01T09:00:00.000Z')
const at = (ms: number) => new Date(began + ms).toISOString()

/** What is recorded of attempts at those moments, with what is still to be counted at the end. */
function recorded(
  attempts: readonly (readonly [ms: number, refusal: Refusal])[],
): readonly RefusalRecord[] {
  let tally: Tally | null = null
  const records: RefusalRecord[] = []
  for (const [ms, attempt] of attempts) {
    const next = tallied(tally, attempt, at(ms))
    tally = next.tally
    records.push(...next.records)
  }
  return [...records, ...(tally === null ? [] : leftOver(tally))]
}

const repeated = (times: number) => Array.from({length: times}, () => [0, refusal] as const)

describe('what is recorded of one account', () => {
  test('is every refusal, one by one, of somebody who tries this and that', () => {
    expect(recorded(repeated(mostRecorded))).toEqual(repeated(mostRecorded).map(() => refusal))
  })

  test('is a count of what came over the bound within a minute, by the next one after it', () => {
    const attempts = [...repeated(mostRecorded + 3), [windowMs - 1, refusal] as const]
    const last = {...refusal, subject: 'other'}
    const since = at(0)
    expect(recorded([...attempts, [windowMs, last]]).slice(mostRecorded)).toEqual([
      {...refusal, since, times: 4},
      last,
    ])
  })

  test('is still the first of each kind, when one was tried over and over', () => {
    const other = {...refusal, codes: ['signOffMissing']}
    const since = at(0)
    expect(recorded([...repeated(500), [1, other], [2, other]]).slice(mostRecorded)).toEqual([
      other,
      {...refusal, since, times: 500 - mostRecorded},
      {...other, since, times: 1},
    ])
  })

  test('is bounded for who never tries the same twice, and claims what all of it has in common', () => {
    const attempts = Array.from({length: 1_000}, (_, index): [number, Refusal] => [
      index,
      {...refusal, subject: `page-${index}`, codes: [`code${index}`, 'refused']},
    ])
    const records = recorded(attempts)
    expect(records).toHaveLength(mostKinds + 1)
    expect(records.at(-1)).toEqual({
      subject: '',
      door: 'mutate',
      codes: ['refused'],
      since: at(0),
      times: 1_000 - mostKinds,
    })
  })

  test('loses no attempt, and grows by so much a minute', () => {
    const attempt = fc.record({
      subject: fc.constantFrom('a', 'b', 'c', 'd'),
      door: fc.constantFrom('mutate', 'sanity.action.document.publish'),
      codes: fc.constantFrom(['refused'], ['signOffMissing', 'commentsOpen']),
    })
    const times = fc.array(fc.tuple(fc.nat(20_000), attempt, fc.integer({min: 1, max: 80})))
    fc.assert(
      fc.property(times, (bursts) => {
        let now = 0
        const attempts = bursts.flatMap(([pause, tried, often]) => {
          now += pause
          return Array.from({length: often}, () => [now, tried] as const)
        })
        const records = recorded(attempts)
        const total = records.reduce((sum, record) => sum + (record.times ?? 1), 0)
        expect(total).toBe(attempts.length)
        const minutes = Math.floor(now / windowMs) + 1
        expect(records.length).toBeLessThanOrEqual(minutes * (2 * mostKinds + 1))
        const kinds = (all: readonly (typeof refusal)[]) =>
          new Set(all.map(({subject, door, codes}) => JSON.stringify([subject, door, codes])))
        const single = records.filter(({times}) => times === undefined)
        expect(kinds(single)).toEqual(kinds(attempts.map(([, tried]) => tried)))
      }),
      {seed: 20261123, numRuns: 300},
    )
  })
})

describe('a dataset', () => {
  let house: TestLake
  beforeEach(async () => {
    house = await openTestLake()
  })
  afterEach(() => house.close())

  const person = (userId: string): Actor => ({
    kind: 'person',
    userId,
    personId: userId,
    name: userId,
    roles: ['viewer'],
  })

  async function attempt(who: Actor, times: number, idOf = (_index: number) => 'page') {
    const dataset = house.lake.dataset('production')
    for (let index = 0; index < times; index += 1) {
      const document = {_id: idOf(index), _type: 'article'}
      await expect(dataset.mutate(who, {mutations: [{create: document}]})).rejects.toMatchObject({
        code: 'insufficientPermissions',
      })
    }
  }

  function ledger(): readonly LedgerRecord[] {
    return [...house.lake.dataset('production').store.wholeLedger()]
  }

  const body = {door: 'mutate', codes: ['insufficientPermissions']}
  const since = '2026-03-01T09:00:00.000Z'

  test('records no flood, and says how much of it was left out once the minute is over', async () => {
    await attempt(person('vio'), 300)
    expect(ledger()).toHaveLength(mostRecorded)
    house.pass(windowMs - 1)
    house.lake.tick()
    expect(ledger()).toHaveLength(mostRecorded)
    house.pass(1)
    house.lake.tick()
    house.lake.tick()
    expect(ledger().slice(mostRecorded)).toEqual([
      expect.objectContaining({
        kind: 'refused',
        subject: 'page',
        actor: 'vio',
        at: '2026-03-01T09:01:00.000Z',
        body: {...body, times: 300 - mostRecorded, since},
      }),
    ])
    expect(brokenRecords(ledger())).toEqual([])
  })

  test('does not let one account crowd out another', async () => {
    await attempt(person('vio'), 100, (index) => `page-${index}`)
    await attempt(person('ada'), 1)
    expect(ledger().slice(-1)).toEqual([
      expect.objectContaining({subject: 'page', actor: 'ada', body}),
    ])
  })

  test('that closes records what it has counted', async () => {
    await attempt(person('vio'), mostRecorded + 2)
    const {dir, lake} = house
    await lake.close()
    const store = openStore(join(dir, 'datasets', 'production.sqlite'))
    const records = [...store.wholeLedger()]
    store.close()
    expect(records).toHaveLength(mostRecorded + 1)
    expect(records.at(-1)).toMatchObject({actor: 'vio', body: {...body, times: 2, since}})
    expect(brokenRecords(records)).toEqual([])
    rmSync(dir, {recursive: true})
    house = await openTestLake()
  })
})
