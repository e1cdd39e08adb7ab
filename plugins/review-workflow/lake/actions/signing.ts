import {isPublished, type JsonObject} from '../../../../lake/document.ts'
import {type ActionContext, type LedgerEntry} from '../../../../lake/guard.ts'
import {
  attestationText,
  checklistOf,
  type Meaning,
  policyHash,
  policyName,
  type Signature,
} from '../../policy/index.ts'
import {changedSince, fieldDigests} from '../changed.ts'
import {anticipated, asIfPublished, closure} from '../closure.ts'
import {texts} from '../records.ts'
import {type Allowed, type Definition, type Fields, record, text, wordsOf} from './definition.ts'

const fields: Fields = {
  needs: {
    digest: 'text',
    closureDigest: 'text',
    password: 'text',
    conflictOfInterest: 'text',
    attestation: 'text',
  },
  takes: {
    conflictStatement: 'text',
    notes: 'text',
    checklist: 'object',
    opened: 'texts',
    shared: 'ids',
  },
}

/** Putting one's name to exactly these words. */
export const signing: {readonly [name: string]: Definition} = {
  signOff: {
    fields,
    command: (action, context) => ({
      type: 'signOff',
      notes: text(action, 'notes') || null,
      ...signatureOf(action, context),
    }),
    entries: (given) =>
      signedOff(given, text(given.action, 'notes') === '' ? 'approved' : 'approvedWithNotes'),
  },
  renew: {
    fields,
    command: (action, context) => ({type: 'renew', ...signatureOf(action, context)}),
    entries: (given) => signedOff(given, 'renewed'),
  },
}

function signatureOf(action: JsonObject, {factors}: ActionContext): Signature {
  return {
    digest: text(action, 'digest'),
    closureDigest: text(action, 'closureDigest'),
    factors,
    conflictOfInterest: conflict(action),
    conflictStatement: text(action, 'conflictStatement') || null,
    attestation: text(action, 'attestation'),
    checklist: checklistOf(action['checklist']),
  }
}

function conflict(action: JsonObject): Signature['conflictOfInterest'] {
  const answer = action['conflictOfInterest']
  return answer === 'none' || answer === 'disclosed' ? answer : 'mustRecuse'
}

function signedOff(given: Allowed, meaning: Meaning): readonly LedgerEntry[] {
  const {action, context, facts, decision} = given
  const shared = sharedIn(action)
  const words = facts.subject.draft ?? facts.subject.live
  const document = wordsOf(given)
  const rendered = document === null ? [] : closure(asIfPublished(context, shared), document)
  const changed = changedSince(context, given.subject, document, rendered)
  const everything = [...Object.keys(fieldDigests(document)).sort(), ...rendered.map(({id}) => id)]
  const attestation = text(action, 'attestation')
  return record(given, 'signedOff', {
    meaning,
    digest: words?.digest ?? null,
    closureDigest: words?.closureDigest ?? null,
    documentId: document?._id ?? null,
    revision: document?._rev ?? null,
    fields: fieldDigests(document),
    closure: rendered.map((entry) => ({...entry})),
    anticipates: anticipated(context, shared).map((each) => ({...each})),
    topics: [...(words?.topics ?? [])],
    credentials: decision.credentials.map((credential) => ({
      ...credential,
      families: [...credential.families],
    })),
    attestation,
    attestationText: attestationText(attestation),
    conflictOfInterest: conflict(action),
    conflictStatement: text(action, 'conflictStatement'),
    notes: text(action, 'notes'),
    checklist: {...checklistOf(action['checklist'])},
    changedFields: [...changed.fields],
    changedShared: [...changed.shared],
    ...unopened(
      action,
      changed.since === null ? everything : [...changed.fields, ...changed.shared],
    ),
    factors: [...context.factors],
    policyVersion: policyName(facts.policy),
    policyHash: policyHash(facts.policy),
  })
}

/** What is new to signatures and was not on screen, where the reviewer's screen told what was. */
function unopened(action: JsonObject, changed: readonly string[]): JsonObject {
  if (action['opened'] === undefined) return {}
  const opened = texts(action['opened'])
  return {unopened: changed.filter((each) => !opened.includes(each))}
}

/** The shared documents whose drafts a request counts on. */
export function sharedIn(action: JsonObject): readonly string[] {
  return [...new Set(texts(action['shared']))].filter(isPublished)
}
