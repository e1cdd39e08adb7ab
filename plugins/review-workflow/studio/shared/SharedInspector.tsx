import {type DocumentInspectorProps, useEditState} from 'sanity'
import {InspectorFrame} from '../inspector/InspectorFrame.tsx'
import {isNews} from './isNews.ts'
import {SharedReport} from './SharedReport.tsx'
import {useRendering} from './useRendering.ts'

export function SharedInspector({documentId, documentType, onClose}: DocumentInspectorProps) {
  const rendering = useRendering(documentId, documentType)
  const {draft, published} = useEditState(documentId, documentType)
  return (
    <InspectorFrame words="shared" state={rendering} onClose={onClose}>
      {rendering.status === 'ready' && (
        <SharedReport
          read={rendering.read}
          states={rendering.states}
          type={documentType}
          news={isNews(draft, published)}
        />
      )}
    </InspectorFrame>
  )
}
