import {type DocumentBadgeComponent, useTranslation} from 'sanity'
import {stageColor} from '../stageColor.ts'
import {stageTitle} from '../stageTitle.ts'
import {useProgress} from '../useProgress.ts'
import {useReview} from '../useReview.ts'
import {namespace} from '../words.ts'

export const useStageBadge: DocumentBadgeComponent = ({id, type}) => {
  const {t} = useTranslation(namespace)
  const progress = useProgress(id)
  const review = useReview(id, type)
  if (progress === null) return null
  const {stage} = progress
  return {
    label: t(`stage.${stage}.label`),
    title: t(review.status === 'ready' ? stageTitle(review.read.facts) : `stage.${stage}.title`),
    color: stageColor[stage],
  }
}
