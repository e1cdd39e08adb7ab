import {getDraftId, useEditState, useTranslation, useValidationStatus} from 'sanity'
import {type FormErrors, formErrors} from './formErrors.ts'
import {namespace} from './words.ts'

/** The same that Sanity's own *Publish* waits for: the draft against its schema, with what it refers to published. */
export function useFormErrors(
  documentId: string,
  type: string,
): FormErrors & {
  /** Why it cannot go live yet; `null` where the form has nothing to say. */
  readonly reason: string | null
} {
  const {t} = useTranslation(namespace)
  const status = useValidationStatus(getDraftId(documentId), type, true)
  const {checking, count} = formErrors(status, useEditState(documentId, type))
  const reason = checking ? t('form.checking') : count > 0 ? t('form.errors', {count}) : null
  return {checking, count, reason}
}
