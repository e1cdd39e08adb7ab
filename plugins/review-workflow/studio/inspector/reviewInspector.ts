import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {DocumentsIcon} from '@sanity/icons/Documents'
import {defineDocumentInspector, type DocumentInspectorsResolver, useTranslation} from 'sanity'
import {isGoverned} from '../../policy/index.ts'
import {isShared} from '../shared/isShared.ts'
import {SharedInspector} from '../shared/SharedInspector.tsx'
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

const sharedInspector = defineDocumentInspector({
  name: 'shownOn',
  component: SharedInspector,
  useMenuItem: () => {
    const {t} = useTranslation(namespace)
    return {title: t('shared.title'), icon: DocumentsIcon, showAsAction: true}
  },
})

export const reviewInspectors: DocumentInspectorsResolver = (previous, {documentType}) => {
  if (isGoverned(documentType)) return [...previous, reviewInspector]
  return isShared(documentType) ? [...previous, sharedInspector] : previous
}
