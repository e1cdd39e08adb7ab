import {type RecordedSignOff, type ReviewRecord} from './record.ts'

/** Nobody but `verify` makes one: the brand has no value. */
declare const verified: unique symbol

/** The words of a page are those that were signed, and so is what it shows. All of it from its record. */
export interface Verified {
  readonly [verified]: true
  readonly valid: true
  readonly id: string
  readonly digest: string
  readonly closureDigest: string
  /** A day: when everybody whom the words need had last signed. */
  readonly lastReviewed: string
  readonly nextReviewDue: string | null
  /** The signatures that hold for exactly these words, as signed. At least one. */
  readonly signOffs: readonly RecordedSignOff[]
  /** Bad news since, which readers must be told. */
  readonly marks: ReviewRecord['marks']
}

export interface Unverified {
  readonly valid: false
  /** `null` where not even that can be read. */
  readonly id: string | null
  /** All of them, at least one. */
  readonly problems: readonly Problem[]
}

export type Verdict = Verified | Unverified

/** Why a page does not verify. Codes are stable; `problemMessage` has the words. */
export type Problem =
  | {readonly code: 'pageUnreadable'}
  | {readonly code: 'notGoverned'; readonly type: string}
  | {readonly code: 'recordMissing'}
  | {readonly code: 'recordUnreadable'}
  | {readonly code: 'recordOfAnotherPage'; readonly subject: string}
  | {readonly code: 'notLive'}
  | {readonly code: 'wordsUnreadable'}
  | {readonly code: 'wordsChanged'; readonly signed: string; readonly found: string}
  | {readonly code: 'shownUnreadable'}
  | {readonly code: 'shownChanged'; readonly signed: string; readonly found: string}
  | {readonly code: 'signOffMissing'}
  | {readonly code: 'topicsUncovered'; readonly topics: readonly string[]}
  | {readonly code: 'reviewDateMissing'}
  | {readonly code: 'reviewDateUnsigned'; readonly lastReviewed: string}

/** The verdict of a page that nothing speaks against. */
export function verifiedAs(facts: Omit<Verified, typeof verified | 'valid'>): Verified {
  return {...facts, valid: true} as Verified
}
