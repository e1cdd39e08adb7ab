import type {SanityClient} from 'sanity'
import {type Facts} from '../policy/index.ts'

/** One of the documents that a page renders together with its own words. */
export interface ClosureEntry {
  readonly id: string
  readonly type: string | null
  /** `null`: the document does not exist, or has no canonical form. */
  readonly digest: string | null
}

/** What the server would decide from, if this user asked about this document now. */
export interface ReviewRead {
  readonly facts: Facts
  readonly digest: string | null
  readonly closureDigest: string | null
  readonly closure: readonly ClosureEntry[]
  readonly attestation: {readonly id: string; readonly text: string}
  readonly policyVersion: string
}

export const apiVersion = 'v2025-02-19'

export function readReview(client: SanityClient, documentId: string): Promise<ReviewRead> {
  const {dataset} = client.config()
  return client.request<ReviewRead>({
    url: `/data/reads/${dataset}/review/${documentId}`,
    tag: 'review.read',
  })
}
