import {draftId} from '../../../../lake/document.ts'
import {type NamedRead} from '../../../../lake/guard.ts'
import {consequenceOf, isSignedAnew} from '../../policy/index.ts'
import {pagesRendering} from '../closure.ts'
import {factsOf} from '../facts.ts'
import {pageLine} from './pageLine.ts'

/** The pages that show a shared document, and what a change of it would mean for them. */
export const renderingRead: NamedRead = (view, id) => {
  const pages = pagesRendering(view, id).map((page) => {
    const facts = factsOf(view, {kind: 'anonymous'}, page)
    const live = facts.subject.live !== null
    return {
      ...pageLine(view, page, facts),
      live,
      onRetraction: live ? consequenceOf(facts, 'workRetracted', id) : 'none',
    }
  })
  const live = pages.filter((page) => page.live)
  return {
    pages,
    draft: view.read(draftId(id)) !== null,
    pending: live.map((page) => ({
      id: page.id,
      signed: isSignedAnew(factsOf(view, {kind: 'anonymous'}, page.id, [id])),
    })),
  }
}
