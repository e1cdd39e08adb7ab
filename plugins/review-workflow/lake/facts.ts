import {type Actor as LakeActor, actorId} from '../../../lake/actor.ts'
import {draftId, type LakeDocument} from '../../../lake/document.ts'
import {type View} from '../../../lake/guard.ts'
import {
  type Actor,
  decide,
  type Facts,
  type Party,
  policySubject,
  policyVersion,
  type Reviewer,
  type Subject,
} from '../policy/index.ts'
import {asIfPublished, closure, versionOf} from './closure.ts'
import {credentials} from './credentials.ts'
import {openProposal, policyInForce, policyOf} from './policies.ts'
import {type Standing, standing} from './records.ts'

/**
 * Everything that the policy wants to know about one document and one caller, as the transaction sees it. Drafts of
 * `shared` documents are taken as published.
 */
export function factsOf(
  view: View,
  actor: LakeActor,
  id: string,
  shared: readonly string[] = [],
): Facts {
  const seen = asIfPublished(view, shared)
  const draft = view.read(draftId(id))
  const live = view.read(id)
  const type = id === policySubject ? policySubject : (draft?._type ?? live?._type ?? '')
  const words = draft ?? live
  return assemble(view, policyActor(actor), words === null ? [] : shownWith(seen, words), {
    id,
    type,
    draft: versionOf(seen, draft),
    live: versionOf(seen, live),
  })
}

/** The facts of a proposed publication: the words that would go live stand where the draft stands else. */
export function publicationFacts(
  view: View,
  actor: LakeActor,
  after: LakeDocument,
  before: LakeDocument | null,
): Facts {
  return assemble(view, policyActor(actor), shownWith(view, after), {
    id: after._id,
    type: after._type,
    draft: versionOf(view, after),
    live: versionOf(view, before),
  })
}

/** Whether these very words could be published here and now, on sign-offs that are on record here. */
export function isSignedAs(view: View, document: LakeDocument): boolean {
  const facts = publicationFacts(view, editor, document, null)
  return decide(facts, {type: 'publish'}).allowed
}

const editor: LakeActor = {kind: 'operator', userId: 'operator', roles: ['editor']}

function shownWith(view: Pick<View, 'read'>, document: LakeDocument): readonly string[] {
  return closure(view, document).map(({id}) => id)
}

function assemble(view: View, actor: Actor, shown: readonly string[], subject: Subject): Facts {
  const {livePolicy, ...known} = standing(view, subject.id)
  const reviewers = view.people().filter(({roles}) => roles.includes('reviewer'))
  return {
    now: view.now,
    policyVersion,
    policy: policyInForce(view),
    livePolicy: policyOf(view, livePolicy),
    actor,
    subject,
    contributors: contributors(view, [subject.id, ...shown], wordsSignedAt(known, subject)),
    ...known,
    credentials: credentialsOf(view, actor, known, reviewers, subject.id),
    reviewers: reviewers.map(({userId, personId, name, roles}) => ({
      userId,
      personId,
      name,
      roles: [...roles],
    })),
    proposal: subject.id === policySubject ? openProposal(view) : null,
  }
}

/** Everybody who put words into the page or into what it shows, each once. */
function contributors(view: View, ids: readonly string[], afterSeq: number): readonly Party[] {
  const users = ids.flatMap((id) => view.contributions(id, afterSeq).map(({userId}) => userId))
  return [...new Set(users)].map((userId) => ({userId, personId: view.personOf(userId)}))
}

/**
 * New words are counted from the first sign-off of what is live: a later one of the same words does not cover drafts
 * in between. Unchanged words are counted from the beginning.
 */
function wordsSignedAt({signOffs}: Pick<Standing, 'signOffs'>, {draft, live}: Subject): number {
  if (live === null || draft === null || draft.digest === live.digest) return 0
  const standingForLive = signOffs.filter(
    ({digest: signed, revoked, voided}) =>
      revoked === null && voided === null && signed === live.digest,
  )
  return standingForLive.length === 0 ? 0 : Math.min(...standingForLive.map(({seq}) => seq))
}

export function policyActor(actor: LakeActor): Actor {
  switch (actor.kind) {
    case 'anonymous':
    case 'operator':
    case 'clock':
      return actor
    case 'person':
      return {...actor, personId: actor.personId === '' ? null : actor.personId}
    case 'robot':
      return {kind: 'robot', userId: actor.userId, name: actor.label, roles: actor.roles}
  }
}

/** The credentials of everybody who signed or might, and the one that is asked about. */
function credentialsOf(
  view: View,
  actor: Actor,
  {signOffs}: Pick<Standing, 'signOffs'>,
  reviewers: readonly Reviewer[],
  subject: string,
): Facts['credentials'] {
  const persons = new Set([
    ...signOffs.map(({personId}) => personId),
    ...reviewers.map(({personId}) => personId),
    ...(actor.kind === 'person' ? [actor.personId] : []),
  ])
  return credentials(view).filter(({id, holder}) => persons.has(holder) || id === subject)
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
