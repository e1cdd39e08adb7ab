import {type DocumentBadgeComponent, useTranslation} from 'sanity'
import {stageColor} from '../stageColor.ts'
import {useProjection} from '../useProjection.ts'
import {namespace} from '../words.ts'

export const useStageBadge: DocumentBadgeComponent = ({id}) => {
  const {t} = useTranslation(namespace)
  const projection = useProjection(id)
  if (projection === null) return null
  const {stage} = projection
  return {
    label: t(`stage.${stage}.label`),
    title: t(`stage.${stage}.title`),
    color: stageColor[stage],
  }
}
