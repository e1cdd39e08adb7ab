import {type Actor as LakeActor, actorId} from '../../../lake/actor.ts'
import {draftId, type LakeDocument} from '../../../lake/document.ts'
import {type View} from '../../../lake/guard.ts'
import {
  type Actor,
  decide,
  type Facts,
  isAnswered,
  type Party,
  policySubject,
  policyVersion,
  type Reviewer,
  standsSigned,
  type Subject,
} from '../policy/index.ts'
import {asIfPublished, closure, type ClosureEntry, versionOf} from './closure.ts'
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
  // What is live stays what it is, whatever lies beside it as a draft.
  const type = id === policySubject ? policySubject : (live?._type ?? draft?._type ?? '')
  const words = draft ?? live
  return assemble(view, policyActor(actor), shown(seen, words), shown(view, live), {
    id,
    type,
    draft: versionOf(seen, draft),
    live: versionOf(seen, live),
  })
}

/**
 * Whether what is live stands on usable sign-offs of exactly its words: of the facts, only what that takes. Who wrote
 * them, who could sign and what lies beside them as a draft has no part in it.
 */
export function stands(view: View, id: string): boolean {
  const live = view.read(id)
  const {livePolicy, publishedDigest, ...known} = standing(view, id)
  return standsSigned({
    now: view.now,
    policyVersion,
    policy: policyInForce(view),
    livePolicy: policyOf(view, livePolicy),
    actor: {kind: 'anonymous'},
    subject: {id, type: live?._type ?? '', draft: null, live: versionOf(view, live)},
    contributors: [],
    ...known,
    credentials: [],
    reviewers: [],
    proposal: null,
  })
}

/** The facts of a proposed publication: the words that would go live stand where the draft stands else. */
export function publicationFacts(
  view: View,
  actor: LakeActor,
  after: LakeDocument,
  before: LakeDocument | null,
): Facts {
  return assemble(view, policyActor(actor), shown(view, after), shown(view, before), {
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

type Shown = readonly ClosureEntry[]

function shown(view: Pick<View, 'read'>, document: LakeDocument | null): Shown {
  return document === null ? [] : closure(view, document)
}

function assemble(
  view: View,
  actor: Actor,
  shownWith: Shown,
  shownLive: Shown,
  subject: Subject,
): Facts {
  const {livePolicy, publishedDigest, ...known} = standing(view, subject.id)
  const reviewers = view.people().filter(({roles}) => roles.includes('reviewer'))
  const facts: Facts = {
    now: view.now,
    policyVersion,
    policy: policyInForce(view),
    livePolicy: policyOf(view, livePolicy),
    actor,
    subject,
    contributors: contributors(view, subject, shownWith, shownLive, known),
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
  return isAnswered(facts) ? {...facts, request: null} : facts
}

/** Everybody who put words into the page or into what it shows, each once. What is new to the page counts whole. */
function contributors(
  view: View,
  subject: Subject,
  shownWith: Shown,
  shownLive: Shown,
  known: Pick<Standing, 'signOffs'>,
): readonly Party[] {
  const signedAt = wordsSignedAt(view, subject, known)
  const signed = new Map(shownLive.map(({id, digest}) => [id, digest]))
  const users = [
    ...view.contributors(subject.id, signedAt),
    ...shownWith.flatMap(({id, digest}) =>
      view.contributors(id, signed.get(id) === digest ? signedAt : 0),
    ),
  ]
  return [...new Set(users)].map((userId) => ({userId, personId: view.personOf(userId)}))
}

/**
 * New words are counted from the first sign-off of what is live, since it came after other words: a later one of the
 * same words does not cover drafts in between. Unchanged words are counted from the beginning.
 */
function wordsSignedAt(
  view: Pick<View, 'ledger'>,
  {id, draft, live}: Subject,
  {signOffs}: Pick<Standing, 'signOffs'>,
): number {
  if (live === null || draft === null || draft.digest === live.digest) return 0
  const others = view
    .ledger(id)
    .findLast(({kind, body}) => kind === 'published' && body['digest'] !== live.digest)
  const ofLive = signOffs.filter(
    ({digest, seq}) => digest === live.digest && seq > (others?.seq ?? 0),
  )
  return ofLive.length === 0 ? 0 : Math.min(...ofLive.map(({seq}) => seq))
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

/** The credentials of everybody who signed or might; with the one that is asked about, all that its holder has. */
function credentialsOf(
  view: View,
  actor: Actor,
  {signOffs}: Pick<Standing, 'signOffs'>,
  reviewers: readonly Reviewer[],
  subject: string,
): Facts['credentials'] {
  const onFile = credentials(view)
  const persons = new Set([
    ...onFile.flatMap(({id, holder}) => (id === subject ? [holder] : [])),
    ...signOffs.map(({personId}) => personId),
    ...reviewers.map(({personId}) => personId),
    ...(actor.kind === 'person' ? [actor.personId] : []),
  ])
  return onFile.filter(({id, holder}) => persons.has(holder) || id === subject)
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
