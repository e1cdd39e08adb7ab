import {type Policy} from './policySettings.ts'

/** What a reviewer looked at, and found. A `no` is not signed. */
export type ChecklistItem =
  | 'accuracy'
  | 'citationsOpened'
  | 'counterEvidenceFair'
  | 'safetyComplete'
  | 'scopeRespected'
  | 'plainLanguage'

export type Checklist = {readonly [item in ChecklistItem]?: 'yes' | 'no' | 'notApplicable'}

/** What signing and renewing have in common. */
export interface Signature {
  /** What the reviewer saw. */
  readonly digest: string
  readonly closureDigest: string
  /** How the reviewer proved, just now, to be the one who signs: `password`. */
  readonly factors: readonly string[]
  readonly conflictOfInterest: 'none' | 'disclosed' | 'mustRecuse'
  readonly conflictStatement: string | null
  /** The id of the attestation text agreed to. */
  readonly attestation: string
  readonly checklist: Checklist
}

export type Command =
  | {
      readonly type: 'submit'
      /** A person id; `null` = everybody who may sign it. */
      readonly to: string | null
      readonly due: string | null
      /** The note to the reviewer; where a no stands, the answer to it. */
      readonly note: string
      /** Shared documents whose drafts are to be taken as published: the page's own words may stay as they are. */
      readonly shared: readonly string[]
    }
  | {readonly type: 'cancelRequest'}
  | {readonly type: 'claim'}
  | {readonly type: 'delegate'; readonly to: string}
  | {readonly type: 'requestChanges'; readonly note: string}
  | {readonly type: 'refuse'; readonly reason: string}
  | {readonly type: 'recuse'; readonly reason: string}
  | {readonly type: 'comment'; readonly text: string; readonly blocking: boolean}
  | {readonly type: 'resolveComment'; readonly comment: number; readonly answer: string}
  | ({readonly type: 'signOff'; readonly notes: string | null} & Signature)
  | ({readonly type: 'renew'} & Signature)
  | {readonly type: 'publish'}
  | {readonly type: 'schedule'; readonly at: string}
  | {readonly type: 'unschedule'}
  | {
      readonly type: 'revoke'
      readonly reason: string
      /** One sign-off; `null` = all that stand. */
      readonly signOff: number | null
    }
  | {readonly type: 'withdraw'; readonly reason: string}
  /** The subject is the credential's document. */
  | {
      readonly type: 'verifyCredential'
      /** What the registrar saw. */
      readonly digest: string
      readonly method: string
      readonly sourceUrl: string
      /** The day on which they looked. */
      readonly checkedOn: string
    }
  | {readonly type: 'suspendCredential'; readonly reason: string}
  | {readonly type: 'revokeCredential'; readonly reason: string}
  /** The subject is the policy. */
  | {
      readonly type: 'proposePolicy'
      readonly policy: Policy
      readonly reason: string
      readonly factors: readonly string[]
    }
  | {readonly type: 'adoptPolicy'; readonly hash: string; readonly factors: readonly string[]}
  | {readonly type: 'declinePolicy'; readonly reason: string}

export type CommandType = Command['type']
