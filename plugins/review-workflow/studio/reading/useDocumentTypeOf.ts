import {useDocumentType} from 'sanity'

/** The type of a document that may be anything; `null` while it is asked for and when it does not exist. */
export function useDocumentTypeOf(id: string, known: string | undefined): string | null {
  const {documentType} = useDocumentType(id, known ?? '*')
  return known ?? documentType ?? null
}
