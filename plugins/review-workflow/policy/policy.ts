import {credentialTypes} from './credentialTypes.ts'
import {hashOf} from './digest.ts'
import {topicWords} from './documentTopics.ts'
import {placesByZone} from './timeZones.ts'
import {topicFloors, topics} from './topics.ts'
import {type ByRisk, type Checklist, type ChecklistItem, type Policy} from './types.ts'

/** The name of the rules in force. What two people may change by decision is numbered after it. */
export const policyVersion = '2026-11-24'

/** The policy's own place among documents: what its decisions are recorded under. */
export const policySubject = 'reviewPolicy'

const everywhere = <T>(value: T): ByRisk<T> => ({R1: value, R2: value, R3: value, R4: value})

/** The policy as it comes: the judgements of the domain brief, until two people decide otherwise. */
export const defaultPolicy: Policy = {
  revision: 0,
  peopleNeeded: {R1: 1, R2: 1, R3: 1, R4: 2},
  bothSidesForEfficacy: false,
  reviewCycle: {R1: 36, R2: 24, R3: 18, R4: 12},
  graceDays: 90,
  expiringDays: 60,
  credentialGraceDays: 30,
  verificationMonths: {R1: 12, R2: 12, R3: 12, R4: 6},
  workCheckDays: {R1: null, R2: null, R3: 7, R4: 7},
  consequences: {
    workRetracted: {R1: 'mark', R2: 'mark', R3: 'deindex', R4: 'withdraw'},
    workDoubted: {R1: 'none', R2: 'mark', R3: 'mark', R4: 'deindex'},
    credentialSuspended: {R1: 'mark', R2: 'mark', R3: 'deindex', R4: 'withdraw'},
    credentialRevoked: {R1: 'mark', R2: 'deindex', R3: 'withdraw', R4: 'withdraw'},
    credentialExpired: {R1: 'none', R2: 'none', R3: 'mark', R4: 'deindex'},
    reviewOverdue: {...everywhere('mark'), R3: 'deindex', R4: 'withdraw'},
  },
}

/** How somebody proves, at the moment of signing or deciding, to be the one who does. */
export const factorsNeeded: readonly string[] = ['password']

/** What a signature says. A reviewer agrees to exactly this text. */
export const attestation = {
  id: 'medical-accuracy-1',
  text:
    'I have read this page and what it shows together with its words. Within the scope of my credential, what it ' +
    'says is accurate, fair to the evidence on both sides, and safe to follow. I did not write these words.',
} as const

export function attestationText(id: string): string | null {
  return id === attestation.id ? attestation.text : null
}

export const checklistItems: readonly ChecklistItem[] = [
  'accuracy',
  'citationsOpened',
  'counterEvidenceFair',
  'safetyComplete',
  'scopeRespected',
  'plainLanguage',
]

const answers: readonly unknown[] = ['yes', 'no', 'notApplicable']

/** What somebody ticked, less what nobody asks for. */
export function checklistOf(value: unknown): Checklist {
  const given: object = typeof value === 'object' && value !== null ? value : {}
  return Object.fromEntries(
    checklistItems
      .map((item) => [item, Reflect.get(given, item)] as const)
      .filter(([, answer]) => answers.includes(answer)),
  )
}

/** How records and pages name a policy: the rules, and which decision on them. */
export function policyName({revision}: Policy): string {
  return revision === 0 ? policyVersion : `${policyVersion}.${revision}`
}

/** SHA-256 of the tables that come with the software. */
const tablesHash = hashOf({
  policyVersion,
  factorsNeeded,
  attestation,
  checklistItems,
  topics,
  topicFloors,
  topicWords: topicWords.map(([topic, words]) => [topic, words.source]),
  credentialTypes,
  placesByZone,
})

/** SHA-256 of everything that a decision under this policy rests on. */
export function policyHash(policy: Policy): string {
  return hashOf({tables: tablesHash, policy}) ?? ''
}
