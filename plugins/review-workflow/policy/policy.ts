import {credentialTypes} from './credentialTypes.ts'
import {hashOf} from './digest.ts'
import {topicWords} from './documentTopics.ts'
import {topicFloors, topics} from './topics.ts'
import {type RiskClass} from './types.ts'

/** The name of the policy in force. Every record carries it, with the hash of what it says. */
export const policyVersion = '2026-11-23'

/** How many different people must have signed, by risk class. */
export const peopleNeeded: {readonly [riskClass in RiskClass]: number} = {
  R1: 1,
  R2: 1,
  R3: 1,
  R4: 2,
}

/** Months from the newest sign-off until the next review is due, by risk class. */
export const reviewCycle: {readonly [riskClass in RiskClass]: number} = {
  R1: 36,
  R2: 24,
  R3: 18,
  R4: 12,
}

/** Days past the due date after which a page counts as expired. */
export const graceDays = 90

/** How a signer proves, at the moment of signing, to be the one who signs. */
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

/** SHA-256 of the tables that decisions rest on. */
export const policyHash: string =
  hashOf({
    policyVersion,
    peopleNeeded,
    reviewCycle,
    graceDays,
    factorsNeeded,
    attestation,
    topics,
    topicFloors,
    topicWords: topicWords.map(([topic, words]) => [topic, words.source]),
    credentialTypes,
  }) ?? ''
