import {type Party} from './people.ts'
import {type Policy} from './policySettings.ts'

/** Somebody who has been asked, or has taken it on. */
export interface Assignee {
  readonly personId: string
  readonly name: string
}

/** The running request for review: at most one for each document. */
export interface ReviewRequest {
  readonly by: Party
  readonly byName: string
  readonly at: string
  readonly digest: string
  readonly note: string
  /** One person, or everybody who may sign it. */
  readonly to: Assignee | null
  /** A day. */
  readonly due: string | null
  readonly claimedBy: Assignee | null
  /** Shared documents whose drafts are to be taken as published. */
  readonly shared: readonly string[]
}

/** A reviewer's no: it stays until somebody answers it and submits again. */
export interface Objection {
  readonly seq: number
  /** `refused`: the reviewer will not sign anything like this; `changesRequested`: they say what to change. */
  readonly kind: 'changesRequested' | 'refused'
  readonly personId: string
  readonly name: string
  readonly at: string
  readonly note: string
}

/** A remark on some of the words. */
export interface ReviewComment {
  readonly seq: number
  readonly personId: string
  readonly name: string
  readonly at: string
  /** Where, as a path of Sanity's: `sections[_key=="a"].body[_key=="b"]`. Empty = the whole document. */
  readonly path: string
  /** The words that it is about, as they were. */
  readonly quote: string
  readonly text: string
  /** Whether publishing waits for it. */
  readonly blocking: boolean
  readonly resolved: {readonly by: string; readonly at: string; readonly answer: string} | null
}

/** A publication that waits for its moment; it is judged again when that comes. */
export interface Schedule {
  /** An instant, ISO 8601 UTC. */
  readonly at: string
  readonly by: Party
  readonly byName: string
  readonly digest: string
}

/** A change of the policy that one person has asked for. */
export interface Proposal {
  readonly seq: number
  readonly by: Party
  readonly byName: string
  readonly at: string
  readonly reason: string
  readonly policy: Policy
  /** `policyHash` of the policy, so the hash in force once it is adopted. Who adopts it names it: that is what they read. */
  readonly hash: string
}
