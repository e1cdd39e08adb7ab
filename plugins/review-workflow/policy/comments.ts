import {type ReviewComment} from './types.ts'

export function isOpen({resolved}: ReviewComment): boolean {
  return resolved === null
}

/** Publishing waits for it. */
export function isBlocking(comment: ReviewComment): boolean {
  return isOpen(comment) && comment.blocking
}
