import {useTranslation} from 'sanity'
import {namespace} from '../words.ts'

/** A code of a refusal as a heading. The full reason was said, with its data, to who was refused. */
export function useReason(): (code: string) => string {
  const {t} = useTranslation(namespace)
  return (code) => t(`refusal.${code}`, {defaultValue: spelledOut(code)})
}

/** `signOffMissing` → `Sign off missing`: better than nothing where there are no words. */
export function spelledOut(code: string): string {
  const words = code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
