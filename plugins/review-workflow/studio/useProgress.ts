import {type SanityDocument, useUnstableObserveDocument} from 'sanity'
import {type Stage} from '../policy/index.ts'

/** What the server keeps, for people at work, of how far a page's review is. */
interface Progress extends SanityDocument {
  readonly stage: Stage
}

/** The id of the private document in which it is kept. */
export function progressId(documentId: string): string {
  return `progress.${documentId}`
}

/** Its revision changes with every request, claim, comment and signature. */
export function useProgress(documentId: string): Progress | null {
  return useUnstableObserveDocument<Progress>(progressId(documentId)).document ?? null
}
