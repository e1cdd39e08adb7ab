import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {day, dayIn, dayOf, daysLater} from '../../plugins/review-workflow/policy/days.ts'
import {
  earliestZone,
  placesByZone,
  timeZone,
} from '../../plugins/review-workflow/policy/timeZones.ts'

const zones = Object.keys(placesByZone)
const instant = fc
  .date({min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true})
  .map((date) => date.toISOString())

describe('the zone of a place', () => {
  test.each([
    ['US-CA', 'America/Los_Angeles'],
    ['US-NY', 'America/New_York'],
    ['US', 'America/New_York'],
    ['US-PR', 'America/Puerto_Rico'],
    ['PR', 'America/Puerto_Rico'],
    ['CA-ON', 'America/Toronto'],
    ['CA', 'America/St_Johns'],
    ['AU-WA', 'Australia/Perth'],
    ['GB', 'Europe/London'],
    ['GB-WLS', 'Europe/London'],
    ['DE-BY', 'Europe/Berlin'],
    ['IE', 'Europe/Dublin'],
    ['XX', 'UTC'],
    ['XX-CA', 'UTC'],
    ['us-ca', 'UTC'],
    ['constructor', 'UTC'],
    ['', 'UTC'],
    [null, 'UTC'],
  ])('%s is %s', (place, zone) => {
    expect(timeZone(place)).toBe(zone)
  })

  test('no place has two', () => {
    const places = Object.values(placesByZone).flatMap((list) => list.split(' '))
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([])
  })

  test.each(zones)('%s is one', (zone) => {
    expect(dayIn('2026-06-01T12:00:00Z', zone)).not.toBeNull()
  })

  test('the earliest is ahead of them all', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones, 'UTC'), (at, zone) => {
        expect((dayIn(at, zone) ?? '9999') <= (dayIn(at, earliestZone) ?? '')).toBe(true)
      }),
    )
  })

  const year = Array.from({length: 365 * 24}, (_, hour) =>
    new Date(Date.UTC(2026, 0, 1, hour)).toISOString(),
  )

  test.each([
    ['US', 'America/Chicago America/Denver America/Los_Angeles Pacific/Honolulu'],
    ['US-AK', 'America/Adak'],
    ['US-AZ', 'America/Phoenix America/Denver'],
    ['US-FL', 'America/Chicago'],
    ['US-ID', 'America/Los_Angeles'],
    ['US-IN', 'America/Chicago America/Indiana/Tell_City'],
    ['US-KS', 'America/Denver'],
    ['US-KY', 'America/Chicago America/Kentucky/Louisville'],
    ['US-MI', 'America/Detroit America/Menominee'],
    ['US-ND', 'America/Denver America/North_Dakota/Center'],
    ['US-NE', 'America/Denver'],
    ['US-NV', 'America/Los_Angeles America/Denver'],
    ['US-OR', 'America/Los_Angeles America/Boise'],
    ['US-SD', 'America/Denver'],
    ['US-TN', 'America/Chicago'],
    ['US-TX', 'America/Denver'],
    ['CA', 'America/Halifax America/Toronto America/Winnipeg America/Vancouver'],
    ['CA-BC', 'America/Vancouver America/Dawson_Creek America/Creston'],
    ['CA-NL', 'America/Goose_Bay'],
    ['CA-NU', 'America/Rankin_Inlet America/Cambridge_Bay America/Atikokan'],
    ['CA-ON', 'America/Winnipeg America/Atikokan'],
    ['CA-QC', 'America/Toronto America/Blanc-Sablon America/Halifax'],
    ['CA-SK', 'America/Edmonton'],
    ['AU', 'Australia/Sydney Australia/Brisbane Australia/Adelaide Australia/Perth'],
    ['AU-NSW', 'Australia/Sydney Australia/Broken_Hill Australia/Lord_Howe'],
    ['NZ', 'Pacific/Auckland'],
    ['ES', 'Atlantic/Canary'],
    ['PT', 'Atlantic/Azores Atlantic/Madeira'],
    ['MX', 'America/Mexico_City America/Tijuana America/Ciudad_Juarez America/Ojinaga'],
    ['BR', 'America/Sao_Paulo America/Manaus America/Rio_Branco'],
    ['CL', 'America/Santiago Pacific/Easter'],
  ])('%s keeps time with its part whose day ends first', (place, parts) => {
    const late = parts
      .split(' ')
      .filter((part) =>
        year.some((at) => (dayIn(at, timeZone(place)) ?? '') < (dayIn(at, part) ?? '9999')),
      )
    expect(late).toEqual([])
  })
})

describe('the day in a zone', () => {
  test.each([
    ['2026-06-30T23:59:59.999Z', 'UTC', '2026-06-30'],
    ['2026-07-01T00:00:00Z', 'UTC', '2026-07-01'],
    ['2026-07-01T06:59:59.999Z', 'America/Los_Angeles', '2026-06-30'],
    ['2026-07-01T07:00:00Z', 'America/Los_Angeles', '2026-07-01'],
    ['2026-03-08T07:59:59Z', 'America/Los_Angeles', '2026-03-07'],
    ['2026-03-09T07:00:00Z', 'America/Los_Angeles', '2026-03-09'],
    ['2026-12-31T10:15:00Z', 'Pacific/Chatham', '2027-01-01'],
    ['2026-01-01T00:00:00Z', 'America/New_York', '2025-12-31'],
    ['soon', 'UTC', null],
    ['2026-06-31T00:00:00Z', 'UTC', null],
    ['2026-06-30', 'UTC', null],
    ['9999-12-31T23:00:00Z', 'Pacific/Kiritimati', null],
    ['2026-06-30T00:00:00Z', 'Nowhere/Town', null],
    ['2026-06-30T00:00:00Z', '', null],
  ])('at %s in %j is %s', (at, zone, found) => {
    expect(dayIn(at, zone)).toBe(found)
  })

  test('is that of UTC in UTC, and elsewhere at most one away', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (at, zone) => {
        const utc = dayOf(at) ?? ''
        expect(dayIn(at, 'UTC')).toBe(utc)
        expect([-1, 0, 1].map((days) => daysLater(utc, days))).toContain(dayIn(at, zone))
      }),
    )
  })

  test('is a day or nothing, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (at, zone) => {
        expect(dayIn(at, zone) ?? '2026-06-01').toMatch(/^\d{4}-\d{2}-\d{2}$/)
      }),
    )
  })
})

test('a day is one that the calendar has', () => {
  const part = (most: number) => fc.integer({min: 0, max: most})
  fc.assert(
    fc.property(part(9999), part(14), part(33), (year, month, date) => {
      const text = [year, month, date]
        .map((each, at) => `${each}`.padStart(at === 0 ? 4 : 2, '0'))
        .join('-')
      const time = Date.parse(`${text}T00:00:00Z`)
      const isThere = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
      expect(day(text)).toBe(isThere ? text : null)
    }),
    {numRuns: 5000},
  )
  const leapDays = ['1900', '2000', '2023', '2024', '2100', '0000'].map((year) =>
    day(`${year}-02-29`),
  )
  expect(leapDays).toEqual([null, '2000-02-29', null, '2024-02-29', null, '0000-02-29'])
})
