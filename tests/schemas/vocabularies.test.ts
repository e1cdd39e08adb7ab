import {describe, expect, test} from 'vitest'
import {credentialTypes as policyCredentials} from '../../plugins/review-workflow/policy/credentialTypes.ts'
import {placesByZone, timeZone} from '../../plugins/review-workflow/policy/timeZones.ts'
import {topics} from '../../plugins/review-workflow/policy/topics.ts'
import {credentialCheck} from '../../schemas/credentialChecks.ts'
import {credentialTypes} from '../../schemas/credentialTypes.ts'
import {certainty} from '../../schemas/grade.ts'
import {place} from '../../schemas/places.ts'
import {riskClassOf, riskTopics, topicsIn} from '../../schemas/riskTopics.ts'

const placesWithClock = Object.values(placesByZone).flatMap((places) => places.split(' '))

describe('what forms offer and what the policy knows', () => {
  test('are the same topics, of the same class', () => {
    const offered = Object.entries(riskTopics).map(([id, {floor}]) => [id, floor])
    const known = Object.entries(topics).map(([id, {riskClass}]) => [id, riskClass])
    expect(offered.sort()).toEqual(known.sort())
  })

  test('are the same credentials', () => {
    expect(Object.keys(credentialTypes).sort()).toEqual(Object.keys(policyCredentials).sort())
  })

  test.each(Object.entries(policyCredentials))('are %s, checked alike', (code, type) => {
    const {issuingBody, kind, register, registerAddress, note, renewalMonths} = type
    expect(credentialCheck(code)).toEqual({
      issuingBody,
      kind,
      register,
      ...(registerAddress !== null && {registerAddress}),
      ...(note !== null && {note}),
      ...(renewalMonths === 'lifetime' && {lifetime: true}),
    })
  })

  test.each(['a code that the registry does not know', 'constructor', '', undefined, 7])(
    'are nothing for %s',
    (code) => {
      expect(credentialCheck(code)).toBeNull()
    },
  )

  test('are places: every state and province that a form takes has its own clock', () => {
    const letters = Array.from({length: 26}, (_, index) => String.fromCharCode(65 + index))
    const ends = letters.flatMap((one) => ['', ...letters].map((other) => one + other))
    const codes = [...ends, 'ACT', 'NSW', 'QLD', 'TAS', 'VIC'].flatMap((end) =>
      ['US', 'CA', 'AU'].map((country) => `${country}-${end}`),
    )
    const taken = codes.filter((code) => place.check(code) === true)
    expect(taken).toHaveLength(57 + 13 + 8)
    expect(taken.filter((code) => !placesWithClock.includes(code))).toEqual([])
    expect(placesWithClock.filter((code) => place.check(code) !== true)).toEqual([])
    expect(placesWithClock.map(timeZone)).not.toContain('UTC')
  })
})

describe('the class of a document', () => {
  test('is the highest of the topics named anywhere in it', () => {
    const article = {
      riskTopics: ['massagePractice'],
      sections: [{riskTopics: ['sleepHabits'], claims: [{topics: ['insomniaDisorder']}]}],
    }
    expect(topicsIn(article)).toEqual(['massagePractice', 'sleepHabits', 'insomniaDisorder'])
    expect(riskClassOf(topicsIn(article))).toBe('R3')
  })

  test('is the lowest where nothing is named', () => {
    expect(riskClassOf([])).toBe('R1')
  })
})

const serious = {severity: 'serious'}
const verySerious = {severity: 'verySerious'}

describe('the certainty of evidence', () => {
  test.each([
    ['randomised, no reason to doubt', {startLevel: 'high'}, 'high'],
    [
      'randomised, one serious reason',
      {startLevel: 'high', gradeDowngrades: [serious]},
      'moderate',
    ],
    [
      'randomised, one very serious reason',
      {startLevel: 'high', gradeDowngrades: [verySerious]},
      'low',
    ],
    [
      'more reasons than levels',
      {startLevel: 'high', gradeDowngrades: [verySerious, verySerious]},
      'veryLow',
    ],
    ['observational', {startLevel: 'low'}, 'low'],
    [
      'observational, a large effect',
      {startLevel: 'low', gradeUpgrades: ['largeEffect']},
      'moderate',
    ],
    [
      'never above high',
      {startLevel: 'high', gradeUpgrades: ['largeEffect', 'doseResponse', 'confounding']},
      'high',
    ],
  ] as const)('%s: %j is %s', (_name, grading, level) => {
    expect(certainty(grading)).toBe(level)
  })
})
