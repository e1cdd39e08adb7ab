import {draftId} from '../../../../lake/document.ts'
import {type NamedRead, type View} from '../../../../lake/guard.ts'
import {
  citedWork,
  consequenceOf,
  type Facts,
  isRetracted,
  isSignedAnew,
  isStanding,
  newWords,
} from '../../policy/index.ts'
import {pagesRendering} from '../closure.ts'
import {factsOf} from '../facts.ts'
import {text} from '../records.ts'
import {pageLine} from './pageLine.ts'

/** The pages that show a shared document, and what a change of it would mean for them. */
export const renderingRead: NamedRead = (view, id) => {
  const pages = pagesRendering(view, id).map((page) => {
    const facts = factsOf(view, {kind: 'anonymous'}, page)
    const live = facts.subject.live !== null
    return {
      ...pageLine(view, page, facts),
      live,
      signedDraft: hasSignedDraft(facts),
      onRetraction: live ? consequenceOf(facts, 'workRetracted', id) : 'none',
      retraction: retractionOf(view, page, id),
    }
  })
  const work = citedWork(view.read(id))
  const live = pages.filter((page) => page.live)
  return {
    pages,
    retracted: work !== null && isRetracted(work),
    draft: view.read(draftId(id)) !== null,
    pending: live.map((page) => ({
      id: page.id,
      signed: isSignedAnew(factsOf(view, {kind: 'anonymous'}, page.id, [id])),
    })),
  }
}

/** Words that are not live yet stand signed, with this document as it is. */
function hasSignedDraft({subject, signOffs}: Facts): boolean {
  const draft = newWords(subject)
  return (
    draft !== null &&
    signOffs.some((signOff) => isStanding(signOff) && signOff.digest === draft.digest)
  )
}

/** What the policy did to a page when this work was last retracted; `null` where it was not live then. */
function retractionOf(view: View, page: string, work: string): string | null {
  const last = view
    .ledger(page)
    .findLast(({body}) => body['trigger'] === 'workRetracted' && body['about'] === work)
  if (last === undefined) return null
  return last.kind === 'withdrawn' ? 'withdraw' : text(last.body, 'consequence')
}
