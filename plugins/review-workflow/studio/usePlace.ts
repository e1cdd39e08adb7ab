import {useTranslation} from 'sanity'
import {namespace} from './words.ts'

/** A country or one of its parts by name; by its ISO 3166 code where the registry of credentials does not know it. */
export function usePlace(): (code: string) => string {
  const {t} = useTranslation(namespace)
  return (code) => t(`place.${code}`, {defaultValue: code})
}
