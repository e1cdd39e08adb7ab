import {type Json} from '../../../lake/document.ts'
import {type DerivedDocument, type View} from '../../../lake/guard.ts'
import {
  decide,
  type Facts,
  isGoverned,
  reviewDates,
  type SignOff,
  stageOf,
  usableSignOffs,
} from '../policy/index.ts'
import {projectionType} from './closure.ts'
import {factsOf} from './facts.ts'

const prefix = 'review-'

export function projectionId(subject: string): string {
  return prefix + subject
}

export function isProjectionId(id: string): boolean {
  return id.startsWith(prefix)
}

export function projection(view: View, subject: string): DerivedDocument {
  const id = projectionId(subject)
  const facts = factsOf(view, {kind: 'anonymous'}, subject)
  const {draft, live, type} = facts.subject
  if ((draft === null && live === null) || !isGoverned(type)) return {id, content: null}
  const signOffs = usableSignOffs(facts)
  const dates = reviewDates(facts)
  const words = live ?? draft
  return {
    id,
    content: {
      _type: projectionType,
      subject: {_type: 'reference', _ref: subject, _weak: true},
      subjectType: type,
      stage: stageOf(facts),
      live: live !== null,
      digest: words?.digest ?? null,
      closureDigest: words?.closureDigest ?? null,
      signOffs: signOffs.map(publicSignOff),
      ...(dates === null
        ? {}
        : {lastReviewed: dates.lastReviewed, nextReviewDue: dates.nextReviewDue}),
      blockers: blockers(facts),
      ...(facts.request === null
        ? {}
        : {submittedAt: facts.request.at, submittedBy: facts.request.by.personId}),
    },
  }
}

/** What stands between the draft and readers, whoever asks: an editor who may publish is taken for granted. */
function blockers(facts: Facts): Json {
  if (facts.subject.draft === null) return []
  const editor = {kind: 'person', userId: '', personId: '', name: '', roles: ['editor']} as const
  const decision = decide({...facts, actor: editor}, {type: 'publish'})
  return decision.allowed ? [] : [...new Set(decision.denials.map(({code}) => code))]
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
    meaning: 'approved',
    signedAt: signOff.at,
    digest: signOff.digest,
    closureDigest: signOff.closureDigest,
    policyVersion: signOff.policyVersion,
  }
}
