import {describe, expect, test} from 'vitest'
import {
  credentialTypes as policyCredentials,
  topics,
} from '../../plugins/review-workflow/policy/index.ts'
import {credentialTypes} from '../../schemas/credentialTypes.ts'
import {certainty} from '../../schemas/grade.ts'
import {riskClassOf, riskTopics, topicsIn} from '../../schemas/riskTopics.ts'

describe('what forms offer and what the policy knows', () => {
  test('are the same topics, of the same class', () => {
    const offered = Object.entries(riskTopics).map(([id, {floor}]) => [id, floor])
    const known = Object.entries(topics).map(([id, {riskClass}]) => [id, riskClass])
    expect(offered.sort()).toEqual(known.sort())
  })

  test('are the same credentials', () => {
    expect(Object.keys(credentialTypes).sort()).toEqual(Object.keys(policyCredentials).sort())
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
