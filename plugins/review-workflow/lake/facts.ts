import {type Actor as LakeActor, actorId} from '../../../lake/actor.ts'
import {draftId, isPublished, type LakeDocument} from '../../../lake/document.ts'
import {type View} from '../../../lake/guard.ts'
import {
  type Actor,
  type Credential,
  digest,
  type Facts,
  policyVersion,
  type Subject,
  type Version,
} from '../policy/index.ts'
import {versionOf} from './closure.ts'
import {type Standing, standing} from './records.ts'

export const credentialType = 'reviewerCredential'

/** Everything that the policy wants to know about one document and one caller, as the transaction sees it. */
export function factsOf(view: View, actor: LakeActor, id: string): Facts {
  const draft = view.read(draftId(id))
  const live = view.read(id)
  const type = draft?._type ?? live?._type ?? ''
  return assemble(view, actor, {
    id,
    type,
    draft: versionOf(view, draft),
    live: versionOf(view, live),
  })
}

/** The facts of a proposed publication: the words that would go live stand where the draft stands else. */
export function publicationFacts(
  view: View,
  actor: LakeActor,
  after: LakeDocument,
  before: LakeDocument | null,
): Facts {
  const draft = versionOf(view, after)
  return assemble(view, actor, {
    id: after._id,
    type: after._type,
    draft,
    live: versionOf(view, before),
  })
}

function assemble(view: View, actor: LakeActor, subject: Subject): Facts {
  const known = standing(view, subject.id)
  const signers = known.signOffs.map(({personId}) => personId)
  const person = actor.kind === 'person' ? [actor.personId] : []
  return {
    now: view.now,
    policyVersion,
    actor: policyActor(actor),
    subject,
    contributors: view
      .contributions(subject.id, wordsSignedAt(known, subject))
      .map(({userId}) => ({userId, personId: view.personOf(userId)})),
    ...known,
    credentials: credentialsOf(view, new Set([...signers, ...person]), subject.id),
  }
}

/**
 * New words are counted from the first sign-off of what is live: a later one of the same words does not cover drafts
 * in between. Unchanged words are counted from the beginning.
 */
function wordsSignedAt({signOffs}: Standing, {draft, live}: Subject): number {
  if (live === null || draft === null || same(draft, live)) return 0
  const standingForLive = signOffs.filter(
    ({digest: signed, revoked, voided}) =>
      revoked === null && voided === null && signed === live.digest,
  )
  return standingForLive.length === 0 ? 0 : Math.min(...standingForLive.map(({seq}) => seq))
}

function same(one: Version, other: Version): boolean {
  return one.digest === other.digest
}

function policyActor(actor: LakeActor): Actor {
  switch (actor.kind) {
    case 'anonymous':
    case 'operator':
      return actor
    case 'person':
      return {...actor, personId: actor.personId === '' ? null : actor.personId}
    case 'robot':
      return {kind: 'robot', userId: actor.userId, name: actor.label, roles: actor.roles}
  }
}

/** The credentials of these people, and the one that is asked about. */
function credentialsOf(
  view: View,
  persons: ReadonlySet<string>,
  subject: string,
): readonly Credential[] {
  return view
    .ofType(credentialType)
    .filter(({_id}) => isPublished(_id))
    .map((document) => credentialOf(view, document))
    .filter(({id, holder}) => persons.has(holder) || id === subject)
}

/** A credential is active only as it read when somebody verified it: any change puts it back to pending. */
function credentialOf(view: View, document: LakeDocument): Credential {
  const decisions = view.ledger(document._id).filter(({kind}) => kind.startsWith('credential'))
  const last = decisions.at(-1)
  const verified = last?.kind === 'credentialVerified' && last.body['digest'] === digest(document)
  const personId = last?.body['personId']
  return {
    id: document._id,
    holder: reference(document['holder']) ?? '',
    typeCode: text(document['credentialType']) ?? '',
    jurisdiction: text(document['jurisdiction']),
    discipline: text(document['discipline']),
    issued: text(document['issued']),
    expires: text(document['expires']),
    noExpiryReason: text(document['noExpiryReason']),
    state: verified ? 'active' : last?.kind === 'credentialSuspended' ? 'suspended' : 'pending',
    verifiedBy:
      verified && last !== undefined
        ? {userId: last.actor, personId: typeof personId === 'string' ? personId : null}
        : null,
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function reference(value: unknown): string | null {
  return typeof value === 'object' && value !== null && '_ref' in value ? text(value._ref) : null
}

/** Who a record is by, as it is kept in the ledger. */
export function signature(actor: LakeActor): {
  userId: string
  personId: string | null
  name: string
} {
  const name =
    actor.kind === 'person' ? actor.name : actor.kind === 'robot' ? actor.label : actorId(actor)
  return {userId: actorId(actor), personId: actor.kind === 'person' ? actor.personId : null, name}
}
