import {defineQuery} from 'groq'
import {
  type Assignee,
  type Consequence,
  type DenialCode,
  type RiskClass,
  type Stage,
  type Trigger,
} from '../../policy/index.ts'

export interface SharedDraft {
  readonly id: string
  readonly type: string
  readonly title: string
}

/** One page and how far its review is, from the document that the server keeps for people at work. */
export interface InboxRow {
  readonly _id: string
  readonly subject: string
  readonly subjectType: string
  readonly title: string
  readonly stage: Stage
  readonly stageSince: string | null
  readonly live: boolean
  readonly riskClass: RiskClass
  readonly request: {
    readonly by: string | null
    readonly byName: string
    readonly at: string
    readonly note: string
    readonly to: Assignee | null
    readonly due: string | null
    readonly claimedBy: Assignee | null
    readonly shared: readonly string[]
  } | null
  readonly objection: {
    readonly kind: 'changesRequested' | 'refused'
    readonly name: string
    readonly at: string
    readonly note: string
  } | null
  readonly blockingComments: number
  readonly blockers: readonly {readonly code: DenialCode; readonly message: string}[]
  /** Kinds of specialist whom the words need and nobody here is. */
  readonly lacks: readonly string[]
  /** How many different people have to sign. */
  readonly peopleNeeded: number
  readonly signers: readonly Assignee[]
  readonly signedBy: readonly string[]
  /** Shared documents whose drafts it is asked about, or signed, with. */
  readonly sharedDrafts: readonly SharedDraft[]
  /** Set while the page is down. */
  readonly withdrawn: {readonly at: string; readonly by: string; readonly reason: string} | null
  readonly schedule: {readonly at: string; readonly byName: string} | null
  readonly marks: readonly {
    readonly trigger: Trigger
    readonly consequence: Consequence
    readonly at: string
  }[]
  readonly nextReviewDue: string | null
  readonly liveSigners: readonly string[]
}

/** Everything that anybody has to do something about. */
export const inboxQuery = defineQuery(`
  *[_type == "reviewProgress" && (
    stage in ["inReview", "changesRequested", "signed", "reviewDue", "expired", "withdrawn"] ||
    defined(request) || defined(objection) || defined(schedule) ||
    blockingComments > 0 || count(marks) > 0 ||
    (live == true && nextReviewDue <= $soon)
  )] | order(stageSince asc, _id asc) [0...1000] {
    _id,
    "subject": subject._ref,
    subjectType,
    "title": coalesce(title, subject._ref),
    stage,
    stageSince,
    live,
    riskClass,
    "request": select(defined(request) => {
      "by": request.by,
      "byName": request.byName,
      "at": request.at,
      "note": coalesce(request.note, ""),
      "to": request.to{personId, name},
      "due": request.due,
      "claimedBy": request.claimedBy{personId, name},
      "shared": coalesce(request.shared, [])
    }, null),
    "objection": select(defined(objection) => objection{kind, name, at, note}, null),
    "blockingComments": coalesce(blockingComments, 0),
    "blockers": coalesce(blockers[]{code, message}, []),
    "lacks": coalesce(lacks, []),
    "peopleNeeded": coalesce(peopleNeeded, 1),
    "signers": coalesce(signers[]{personId, name}, []),
    "signedBy": coalesce(signedBy, []),
    "sharedDrafts": coalesce(sharedDrafts[]{id, type, title}, []),
    "withdrawn": select(defined(withdrawn) => withdrawn{at, by, reason}, null),
    "schedule": select(defined(schedule) => schedule{at, byName}, null),
    "marks": coalesce(marks[]{trigger, consequence, at}, []),
    nextReviewDue,
    "liveSigners": coalesce(liveSigners, [])
  }
`)
