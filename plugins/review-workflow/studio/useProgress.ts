import {type SanityDocument, useUnstableObserveDocument} from 'sanity'

/** The id of the private document in which the server keeps how far a page's review is. */
export function progressId(documentId: string): string {
  return `progress.${documentId}`
}

/** Its revision changes with every request, claim, comment and signature. */
export function useProgressRevision(documentId: string): string | undefined {
  return useUnstableObserveDocument<SanityDocument>(progressId(documentId)).document?._rev
}
