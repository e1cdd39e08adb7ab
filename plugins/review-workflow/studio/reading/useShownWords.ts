import {useMemo} from 'react'
import {useEditState} from 'sanity'
import {publishedForm} from '../../policy/index.ts'
import {type Fields, isFields} from './values.ts'

/** The words as they would be published: the draft, or what is live where there is none. */
export function useShownWords(documentId: string, type: string): Fields | null | 'loading' {
  const {ready, draft, published} = useEditState(documentId, type)
  const document = draft ?? published
  return useMemo(() => {
    if (!ready) return 'loading'
    const form = publishedForm(document)
    return isFields(form) ? form : null
  }, [ready, document])
}
