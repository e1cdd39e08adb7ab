import {type Facts, stageAsAsked} from '../policy/index.ts'
import {type commonWords} from './words/common.ts'

/** The key of the sentence that says where a page stands: for readers, and for the draft over what they see. */
export function stageTitle(facts: Facts): keyof typeof commonWords {
  const stage = stageAsAsked(facts)
  const {draft, live} = facts.subject
  const isChanged = draft !== null && draft.digest !== live?.digest
  const shared = (facts.request?.shared ?? []).length > 0
  if (live === null) return `stage.${stage}.title`
  switch (stage) {
    case 'published':
    case 'reviewDue':
    case 'expired':
      return isChanged ? `stage.${stage}.changed` : `stage.${stage}.title`
    case 'inReview':
      return isChanged
        ? 'stage.inReview.changed'
        : shared
          ? 'stage.inReview.shared'
          : 'stage.inReview.renewal'
    case 'signed':
      return isChanged ? 'stage.signed.changed' : 'stage.signed.shared'
    case 'draft':
    case 'changesRequested':
    case 'withdrawn':
      return `stage.${stage}.title`
  }
}
