import {type RiskClass} from './vocabulary.ts'

/** Bad news about something that a live page rests on, and what the policy made of it. */
export interface Mark {
  readonly at: string
  readonly trigger: Trigger
  /** The id of the citation or credential; of the page itself for a review that is overdue. */
  readonly about: string
  readonly consequence: Consequence
}

/** What can befall a live page without anybody touching its words. */
export type Trigger =
  | 'workRetracted'
  | 'workDoubted'
  | 'credentialSuspended'
  | 'credentialRevoked'
  | 'credentialExpired'
  | 'reviewOverdue'

/** `mark`: readers are told. `deindex`: told, and out of lists and search engines. `withdraw`: taken down. */
export type Consequence = 'none' | 'mark' | 'deindex' | 'withdraw'

/** What two people may change by decision. Everything else of the policy changes only with the software. */
export interface Policy {
  /** Counts the decisions: 0 is the policy as it came. */
  readonly revision: number
  /** How many different people must have signed. */
  readonly peopleNeeded: ByRisk<number>
  /** A claim that massage helps sleep needs a massage therapist and a sleep specialist, not one of them. */
  readonly bothSidesForEfficacy: boolean
  /** Months from a complete review until the next is due. */
  readonly reviewCycle: ByRisk<number>
  /** Days past the due date after which a page counts as expired. */
  readonly graceDays: number
  /** Days before its last day on which a credential counts as expiring. */
  readonly expiringDays: number
  /** Days after its last day during which live pages bear no consequence of an expired credential. */
  readonly credentialGraceDays: number
  /** Months for which a registrar's check of a credential counts. */
  readonly verificationMonths: ByRisk<number>
  /** Days for which a check of a cited work's status counts; `null` = it need not have been checked. */
  readonly workCheckDays: ByRisk<number | null>
  readonly consequences: {readonly [trigger in Trigger]: ByRisk<Consequence>}
}

export type ByRisk<T> = {readonly [riskClass in RiskClass]: T}

/** What keeps a policy from making sense, and where. */
export interface PolicyProblem {
  /** `null`: of the policy as a whole. */
  readonly field: keyof Policy | null
  /** `null`: the field has none, or all of it is wrong. */
  readonly trigger: Trigger | null
  readonly riskClass: RiskClass | null
  readonly fault: PolicyFault
}

export type PolicyFault =
  | {readonly kind: 'unknown'; readonly name: string}
  | {readonly kind: 'notForEachClass'}
  | {readonly kind: 'notYesOrNo'}
  /** `optional`: nothing at all would do as well. */
  | {
      readonly kind: 'outOfBounds'
      readonly least: number
      readonly most: number
      readonly optional: boolean
    }
  | {readonly kind: 'noConsequence'; readonly oneOf: readonly Consequence[]}
  /** Laxer than for a lower class, whose value is the bound. */
  | {
      readonly kind: 'laxer'
      readonly than: RiskClass
      readonly bound: 'least' | 'most'
      readonly value: number | Consequence
    }
