import {draftId, type Json, type JsonObject} from '../../../lake/document.ts'
import {type DerivedDocument, type View} from '../../../lake/guard.ts'
import {
  activeMarks,
  creditedSignOffs,
  decide,
  type Denial,
  type Facts,
  isGoverned,
  isIndexed,
  reviewDates,
  riskClassOf,
  stageOf,
} from '../policy/index.ts'
import {closure} from './closure.ts'
import {listedAs, publishedFields} from './projectedPage.ts'
import {publicSignOff} from './publicSignOff.ts'
import {projectionId, projectionType} from './serverTypes.ts'

/** The public record of a document's review, as front ends read it. */
export function projection(view: Pick<View, 'read' | 'ledger'>, facts: Facts): DerivedDocument {
  const {id: subject, draft, live, type} = facts.subject
  const id = projectionId(subject)
  const words = live ?? draft
  const document = view.read(subject) ?? view.read(draftId(subject))
  if (words === null || document === null || !isGoverned(type)) return {id, content: null}
  const records = view.ledger(subject)
  return {
    id,
    content: {
      _type: projectionType,
      subject: {_type: 'reference', _ref: subject, _weak: true},
      subjectType: type,
      ...listedAs(view, document),
      stage: stageOf(facts),
      live: live !== null,
      riskClass: riskClassOf(words.topics),
      topics: [...words.topics],
      digest: words.digest,
      closureDigest: words.closureDigest,
      closure: closure(view, document).map((entry) => ({_key: entry.id, id: entry.id})),
      signOffs: creditedSignOffs(facts).map((signOff) => publicSignOff(signOff, words, records)),
      ...datesOf(facts),
      ...publishedFields(document, records),
      blockers: [...new Set(blockers(facts).map(({code}) => code))],
      marks: activeMarks(facts).map(({at, trigger, consequence}, index): Json => ({
        _key: `m${index}`,
        at,
        trigger,
        consequence,
      })),
      indexed: isIndexed(facts),
    },
  }
}

function datesOf(facts: Facts): JsonObject {
  const dates = reviewDates(facts)
  return dates === null
    ? {}
    : {lastReviewed: dates.lastReviewed, nextReviewDue: dates.nextReviewDue}
}

/** What stands between the draft and readers, whoever asks: an editor who may publish is taken for granted. */
export function blockers(facts: Facts): readonly Denial[] {
  if (facts.subject.draft === null) return []
  const editor = {kind: 'person', userId: '', personId: '', name: '', roles: ['editor']} as const
  const decision = decide({...facts, actor: editor}, {type: 'publish'})
  return decision.allowed ? [] : decision.denials
}
