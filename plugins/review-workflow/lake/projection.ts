import {type Json} from '../../../lake/document.ts'
import {type DerivedDocument} from '../../../lake/guard.ts'
import {
  activeMarks,
  decide,
  type Denial,
  type Facts,
  isGoverned,
  isIndexed,
  reviewDates,
  riskClassOf,
  type SignOff,
  stageOf,
  usableSignOffs,
} from '../policy/index.ts'
import {projectionId, projectionType} from './serverTypes.ts'

/** The public record of a document's review, as front ends read it. */
export function projection(facts: Facts): DerivedDocument {
  const {id: subject, draft, live, type} = facts.subject
  const id = projectionId(subject)
  const words = live ?? draft
  if (words === null || !isGoverned(type)) return {id, content: null}
  const dates = reviewDates(facts)
  return {
    id,
    content: {
      _type: projectionType,
      subject: {_type: 'reference', _ref: subject, _weak: true},
      subjectType: type,
      stage: stageOf(facts),
      live: live !== null,
      riskClass: riskClassOf(words.topics),
      topics: [...words.topics],
      digest: words.digest,
      closureDigest: words.closureDigest,
      signOffs: usableSignOffs(facts).map(publicSignOff),
      ...(dates === null
        ? {}
        : {lastReviewed: dates.lastReviewed, nextReviewDue: dates.nextReviewDue}),
      blockers: [...new Set(blockers(facts).map(({code}) => code))],
      marks: activeMarks(facts).map(({at, trigger, consequence}, index) => ({
        _key: `m${index}`,
        at,
        trigger,
        consequence,
      })),
      indexed: isIndexed(facts),
    },
  }
}

/** What stands between the draft and readers, whoever asks: an editor who may publish is taken for granted. */
export function blockers(facts: Facts): readonly Denial[] {
  if (facts.subject.draft === null) return []
  const editor = {kind: 'person', userId: '', personId: '', name: '', roles: ['editor']} as const
  const decision = decide({...facts, actor: editor}, {type: 'publish'})
  return decision.allowed ? [] : decision.denials
}

function publicSignOff(signOff: SignOff): Json {
  return {
    _key: `s${signOff.seq}`,
    _type: 'reviewSignOff',
    reviewer: {name: signOff.name, personId: signOff.personId},
    credentials: signOff.credentials.map((credential) => ({
      _key: credential.id,
      label: credential.label,
      typeCode: credential.typeCode,
      families: [...credential.families],
      jurisdiction: credential.jurisdiction,
      expires: credential.expires,
    })),
    meaning: signOff.meaning,
    signedAt: signOff.at,
    digest: signOff.digest,
    closureDigest: signOff.closureDigest,
    policyVersion: signOff.policyVersion,
  }
}
