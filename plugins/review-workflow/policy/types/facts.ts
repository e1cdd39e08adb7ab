import {type Credential} from './credential.ts'
import {type Actor, type Party, type Reviewer} from './people.ts'
import {type Mark, type Policy} from './policySettings.ts'
import {
  type Objection,
  type Proposal,
  type ReviewComment,
  type ReviewRequest,
  type Schedule,
} from './request.ts'
import {type SignOff} from './signOff.ts'
import {type Subject} from './words.ts'

export interface Facts {
  /** The server's clock, ISO 8601 UTC. */
  readonly now: string
  /** Of the rules that the server runs: a Studio loaded before they changed must not promise anything. */
  readonly policyVersion: string
  /** The policy in force. */
  readonly policy: Policy
  /** The policy that the live words went live under: they are held to that one. */
  readonly livePolicy: Policy
  readonly actor: Actor
  readonly subject: Subject
  /** Everybody who put words in the draft, or in what it shows, since the live words were signed (or ever). */
  readonly contributors: readonly Party[]
  /** All of them, in any order. */
  readonly signOffs: readonly SignOff[]
  /** Changes of the closure that the server itself carried sign-offs over: it was bad news, or a check without news. */
  readonly carried: readonly {readonly from: string; readonly to: string; readonly marks: boolean}[]
  readonly marks: readonly Mark[]
  readonly request: ReviewRequest | null
  readonly objection: Objection | null
  /** All of them, resolved ones too. */
  readonly comments: readonly ReviewComment[]
  /** Who has stepped back from this round of review. */
  readonly recusals: readonly {
    readonly personId: string
    readonly at: string
    readonly reason: string
  }[]
  readonly schedule: Schedule | null
  /** Set while the page is down because somebody took it down. */
  readonly withdrawn: {readonly at: string; readonly by: string; readonly reason: string} | null
  /** Every credential of the actor, of everybody who signed and of every reviewer. */
  readonly credentials: readonly Credential[]
  readonly reviewers: readonly Reviewer[]
  /** Only where the subject is the policy. */
  readonly proposal: Proposal | null
}
