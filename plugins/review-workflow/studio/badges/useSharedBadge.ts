import {type DocumentBadgeComponent, useTranslation} from 'sanity'
import {useRendering} from '../shared/useRendering.ts'
import {namespace} from '../words.ts'

/** How far a change of this reaches, before anybody makes it. */
export const useSharedBadge: DocumentBadgeComponent = ({id, type}) => {
  const {t} = useTranslation(namespace)
  const {states} = useRendering(id, type)
  if (states.length === 0) return null
  return {
    label: t('shared.badge', {count: states.length}),
    title: t('shared.badge.title'),
    color: 'primary',
  }
}
