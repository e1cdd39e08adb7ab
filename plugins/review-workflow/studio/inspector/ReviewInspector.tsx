import {type DocumentInspectorProps} from 'sanity'
import {useReview} from '../useReview.ts'
import {InspectorFrame} from './InspectorFrame.tsx'
import {ReviewReport} from './ReviewReport.tsx'

export function ReviewInspector({documentId, documentType, onClose}: DocumentInspectorProps) {
  const review = useReview(documentId, documentType)
  return (
    <InspectorFrame words="inspector" state={review} onClose={onClose}>
      {review.status === 'ready' && <ReviewReport read={review.read} />}
    </InspectorFrame>
  )
}
