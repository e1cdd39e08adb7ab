import {type DocumentBadgeComponent, useTranslation} from 'sanity'
import {stageColor} from '../stageColor.ts'
import {useProgress} from '../useProgress.ts'
import {namespace} from '../words.ts'

export const useStageBadge: DocumentBadgeComponent = ({id}) => {
  const {t} = useTranslation(namespace)
  const progress = useProgress(id)
  if (progress === null) return null
  const {stage} = progress
  return {
    label: t(`stage.${stage}.label`),
    title: t(`stage.${stage}.title`),
    color: stageColor[stage],
  }
}
