import {useTranslation} from 'sanity'
import {ReviewLink} from '../tool/ReviewLink.tsx'
import {namespace} from '../words.ts'

/** The way to the works of a page, for whoever has to look them up. */
export function LookUpLink({
  documentId,
}: {
  /** The published id of the page. */
  readonly documentId: string
}) {
  const {t} = useTranslation(namespace)
  return <ReviewLink place={{worksOf: documentId}}>{t('works.link')}</ReviewLink>
}
