import {type useValidationStatus} from 'sanity'

/** What the form itself finds wrong with a draft: nobody publishes it before that is put right. */
export interface FormErrors {
  /** The form is still looking at the latest words. */
  readonly checking: boolean
  readonly count: number
}

export function formErrors(
  {
    validation,
    isValidating,
    revision,
  }: Pick<ReturnType<typeof useValidationStatus>, 'validation' | 'isValidating' | 'revision'>,
  {ready, draft}: {readonly ready: boolean; readonly draft: {readonly _rev?: string} | null},
): FormErrors {
  return {
    checking: !ready || (draft !== null && (isValidating || revision !== draft._rev)),
    count: draft === null ? 0 : validation.filter(({level}) => level === 'error').length,
  }
}
