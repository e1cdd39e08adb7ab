import {type DocumentActionProps, useTranslation} from 'sanity'
import {namespace} from '../words.ts'
import {isNews} from './isNews.ts'
import {areAllSigned, signedCount} from './pages.ts'
import {useRendering} from './useRendering.ts'

/** What the draft of a shared document waits for, in words; `null` = nothing that the Studio knows of. */
export function useWaiting({id, type, draft, published}: DocumentActionProps): string | null {
  const {t} = useTranslation(namespace)
  const rendering = useRendering(id, type)
  if (rendering.status !== 'ready' || draft === null || areAllSigned(rendering.states)) return null
  // Bad news does not wait, and neither does a check without news.
  if (isNews(draft, published)) return null
  const {states} = rendering
  return t('shared.waiting', {
    count: states.length,
    signed: signedCount(states),
    pages: states
      .filter(({state}) => state !== 'signed')
      .map(({page}) => page.title)
      .join('; '),
  })
}
