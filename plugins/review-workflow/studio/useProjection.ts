import {type SanityDocument, useUnstableObserveDocument} from 'sanity'
import {type Stage} from '../policy/index.ts'

/** The public record of a review, as far as the Studio shows it. The server writes it; nobody else can. */
export interface Projection extends SanityDocument {
  readonly stage: Stage
  readonly live: boolean
  readonly lastReviewed?: string
  readonly nextReviewDue?: string
}

export function projectionId(documentId: string): string {
  return `review-${documentId}`
}

export function useProjection(documentId: string): Projection | null {
  return useUnstableObserveDocument<Projection>(projectionId(documentId)).document ?? null
}
