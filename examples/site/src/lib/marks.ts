import {dayInWords} from './days.ts'

interface Review {
  readonly nextReviewDue: string | null
  readonly marks: readonly {readonly trigger: string | null; readonly at: string | null}[] | null
}

const triggers: {readonly [trigger: string]: string} = {
  workRetracted: 'A study that this page cites has been retracted',
  workDoubted: 'Doubts have been raised about a study that this page cites',
  credentialSuspended: 'The licence of someone who checked this page has been suspended',
  credentialRevoked: 'The licence of someone who checked this page has been taken away',
  credentialExpired: 'The licence of someone who checked this page has run out',
  reviewOverdue: 'This page is past its date for a new check',
}

/** A review is due by the end of its day; the lake's record of it being overdue counts, whatever our clock says. */
export function isOverdue({nextReviewDue, marks}: Review, today: string): boolean {
  const isMarked = marks?.some(({trigger}) => trigger === 'reviewOverdue') ?? false
  return isMarked || (nextReviewDue !== null && nextReviewDue < today)
}

/** What readers must be told at the top of a page: each piece of bad news once. */
export function noticesOf(review: Review, today: string): readonly string[] {
  const marks = (review.marks ?? []).map(({trigger, at}) => {
    const news = triggers[trigger ?? ''] ?? 'We have had news that bears on this page'
    return at === null ? `${news}.` : `${news} (${dayInWords(at)}).`
  })
  const isTold = review.marks?.some(({trigger}) => trigger === 'reviewOverdue') ?? false
  const due = review.nextReviewDue
  const overdue =
    !isTold && due !== null && due < today
      ? [`This page should have been checked again by ${dayInWords(due)}.`]
      : []
  return [...new Set([...marks, ...overdue])]
}
