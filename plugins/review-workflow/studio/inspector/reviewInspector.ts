import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {DocumentsIcon} from '@sanity/icons/Documents'
import {lazy} from 'react'
import {defineDocumentInspector, type DocumentInspectorsResolver, useTranslation} from 'sanity'
import {isGoverned} from '../../policy/index.ts'
import {isShared} from '../shared/isShared.ts'
import {namespace} from '../words.ts'

const reviewInspector = defineDocumentInspector({
  name: 'review',
  component: lazy(async () => ({default: (await import('./ReviewInspector.tsx')).ReviewInspector})),
  useMenuItem: () => {
    const {t} = useTranslation(namespace)
    return {title: t('inspector.title'), icon: ClipboardIcon, showAsAction: true}
  },
})

const sharedInspector = defineDocumentInspector({
  name: 'shownOn',
  component: lazy(async () => ({
    default: (await import('../shared/SharedInspector.tsx')).SharedInspector,
  })),
  useMenuItem: () => {
    const {t} = useTranslation(namespace)
    return {title: t('shared.title'), icon: DocumentsIcon, showAsAction: true}
  },
})

export const reviewInspectors: DocumentInspectorsResolver = (previous, {documentType}) => {
  if (isGoverned(documentType)) return [...previous, reviewInspector]
  return isShared(documentType) ? [...previous, sharedInspector] : previous
}
