import {type Facts, newWords, stageAsAsked} from '../policy/index.ts'
import {type commonWords} from './words/common.ts'
import {isWriter} from './writers.ts'

/** The key of the sentence that says where a page stands: for readers, and for the draft over what they see. */
export function stageTitle(facts: Facts): keyof typeof commonWords {
  const stage = stageAsAsked(facts)
  const isChanged = newWords(facts.subject) !== null
  const shared = (facts.request?.shared ?? []).length > 0
  if (facts.subject.live === null) {
    return stage === 'changesRequested' ? changesTitle(facts) : `stage.${stage}.title`
  }
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
    case 'changesRequested':
      return changesTitle(facts)
    case 'draft':
    case 'withdrawn':
      return `stage.${stage}.title`
  }
}

/** Only who can do something about it is told to. */
function changesTitle(facts: Facts): keyof typeof commonWords {
  return isWriter(facts) ? 'stage.changesRequested.title' : 'stage.changesRequested.reader'
}
