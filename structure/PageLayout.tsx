import {type DocumentLayoutProps} from 'sanity'
import {governed} from './governed.ts'
import {useReviewPanel} from './useReviewPanel.ts'

/** The pane of a document; of a page that has to be signed, with its review panel. */
export function PageLayout(props: DocumentLayoutProps) {
  const isGoverned = governed.some(({type}) => type === props.documentType)
  return isGoverned ? <WithReviewPanel {...props} /> : props.renderDefault(props)
}

function WithReviewPanel(props: DocumentLayoutProps) {
  useReviewPanel()
  return props.renderDefault(props)
}
