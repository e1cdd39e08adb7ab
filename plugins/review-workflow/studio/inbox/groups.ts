import {defineQuery} from 'groq'
import {type Stage} from '../../policy/index.ts'

export interface InboxRow {
  readonly _id: string
  readonly subject: string
  readonly subjectType: string
  readonly stage: Stage
  readonly live: boolean
  readonly submittedAt: string | null
  readonly signedAt: string | null
  readonly nextReviewDue: string | null
}

/** Everything that anybody has to do something about, oldest first. */
export const inboxQuery = defineQuery(`
  *[_type == "review" && (
    stage in ["inReview", "changesRequested", "signed", "reviewDue", "expired"] ||
    (live == true && nextReviewDue <= $soon)
  )] | order(coalesce(submittedAt, nextReviewDue, _updatedAt) asc, _id asc) [0...500] {
    _id,
    "subject": subject._ref,
    subjectType,
    stage,
    live,
    submittedAt,
    "signedAt": signOffs[0].signedAt,
    nextReviewDue
  }
`)

/** How long before the day a page shows up as due. */
export const soonDays = 30

export const groupNames = ['toSign', 'needsChanges', 'readyToPublish', 'due'] as const

export type InboxGroups = {readonly [group in (typeof groupNames)[number]]: readonly InboxRow[]}

/** A page may be in two groups: a draft of it can wait for a signature while the live words fall due. */
export function inboxGroups(rows: readonly InboxRow[], soon: string): InboxGroups {
  const at = (stage: Stage) => rows.filter((row) => row.stage === stage)
  return {
    toSign: at('inReview'),
    needsChanges: at('changesRequested'),
    readyToPublish: at('signed'),
    due: rows
      .filter(
        ({stage, live, nextReviewDue}) =>
          stage === 'reviewDue' || stage === 'expired' || (live && isBy(nextReviewDue, soon)),
      )
      .toSorted((one, other) => (one.nextReviewDue ?? '').localeCompare(other.nextReviewDue ?? '')),
  }
}

function isBy(date: string | null, soon: string): boolean {
  return date !== null && date <= soon
}

export function soonFrom(now: Date): string {
  return new Date(now.getTime() + soonDays * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}
