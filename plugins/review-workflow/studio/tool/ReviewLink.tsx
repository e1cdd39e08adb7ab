import {type HTMLProps, type RefAttributes} from 'react'
import {useWorkspace} from 'sanity'
import {Link} from 'sanity/router'
import {reviewPath, type ReviewPlace} from './places.ts'

type LinkProps = Omit<HTMLProps<HTMLAnchorElement>, 'href' | 'as'> &
  RefAttributes<HTMLAnchorElement>

/** A link into the review tool that leads there from every tool of the Studio. */
export function ReviewLink({place, ...props}: LinkProps & {readonly place: ReviewPlace}) {
  return <Link {...props} href={useReviewPath(place)} />
}

export function RecordLink({
  documentId,
  ...props
}: LinkProps & {
  /** The published id. */
  readonly documentId: string
}) {
  return <ReviewLink {...props} place={{record: documentId}} />
}

export function ReadLink({
  documentId,
  ...props
}: LinkProps & {
  /** The published id. */
  readonly documentId: string
}) {
  return <ReviewLink {...props} place={{read: documentId}} />
}

export function useReviewPath(place: ReviewPlace): string {
  return reviewPath(place, useWorkspace().basePath)
}
