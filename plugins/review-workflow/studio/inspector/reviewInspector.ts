import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {defineDocumentInspector, type DocumentInspectorsResolver, useTranslation} from 'sanity'
import {isGoverned} from '../../policy/index.ts'
import {namespace} from '../words.ts'
import {ReviewInspector} from './ReviewInspector.tsx'

const reviewInspector = defineDocumentInspector({
  name: 'review',
  component: ReviewInspector,
  useMenuItem: () => {
    const {t} = useTranslation(namespace)
    return {title: t('inspector.title'), icon: ClipboardIcon, showAsAction: true}
  },
})

export const reviewInspectors: DocumentInspectorsResolver = (previous, {documentType}) =>
  isGoverned(documentType) ? [...previous, reviewInspector] : previous
