import {type DocumentInspectorProps} from 'sanity'
import {InspectorFrame} from '../inspector/InspectorFrame.tsx'
import {SharedReport} from './SharedReport.tsx'
import {useRendering} from './useRendering.ts'

export function SharedInspector({documentId, documentType, onClose}: DocumentInspectorProps) {
  const rendering = useRendering(documentId, documentType)
  return (
    <InspectorFrame words="shared" state={rendering} onClose={onClose}>
      {rendering.status === 'ready' && (
        <SharedReport read={rendering.read} states={rendering.states} type={documentType} />
      )}
    </InspectorFrame>
  )
}
