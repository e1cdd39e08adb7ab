import {
  contentOf,
  draftId,
  isPublished,
  type LakeDocument,
  publishedId,
} from '../../../lake/document.ts'
import {
  type Change,
  type Denial as LakeDenial,
  type DerivedDocument,
  type Guard,
  type LedgerEntry,
  type ProposedCommit,
} from '../../../lake/guard.ts'
import {isGoverned} from '../policy/index.ts'
import {pagesRendering} from './closure.ts'
import {credentialType, holderOf} from './credentials.ts'
import {refused} from './denials.ts'
import {factsOf} from './facts.ts'
import {progress} from './progress.ts'
import {projection} from './projection.ts'
import {type Judgement, publication} from './publication.ts'
import {isServerId, isServerType, progressType, subjectOfProgress} from './serverTypes.ts'
import {remembered} from './remembered.ts'
import {sharedChanges} from './sharedChanges.ts'
import {voided} from './voided.ts'
import {titleOf} from './title.ts'
import {withDown, withEntries} from './proposed.ts'

/**
 * Holds every commit to the promise: whatever the published perspective could serve after it, of a governed type,
 * carries usable sign-offs of exactly its words and of what it renders. It judges effects and knows no verbs.
 */
export const reviewGuard: Guard = (proposed) => {
  const commit = remembered(proposed)
  const forged = commit.changes.flatMap((change) => [
    ...writtenByServer(change),
    ...ownCredential(commit, change),
    ...credentialOnRecord(commit, change),
  ])
  if (forged.length > 0) return {allowed: false, stale: false, denials: forged}

  const judged = commit.changes.map((change) => named(commit, change, publication(commit, change)))
  const shared = sharedChanges(commit)
  const refusals = [...judged, ...shared.refusals].flatMap((verdict) =>
    verdict.allowed ? [] : [verdict],
  )
  if (refusals.length > 0) {
    return {
      allowed: false,
      stale: refusals.every((verdict) => verdict.stale),
      denials: refusals.flatMap((verdict) => verdict.denials),
    }
  }

  const entries = [
    ...judged.flatMap((verdict) => (verdict.allowed ? verdict.entries : [])),
    ...shared.entries,
  ]
  const after = withDown(withEntries(commit, entries), shared.down)
  const subjects = affectedSubjects(commit, entries)
  const voids = subjects.flatMap((subject) => voided(after, subject))
  const derivedFrom = withEntries(after, voids)
  return {
    allowed: true,
    entries: [...entries, ...voids],
    derived: [
      ...shared.down.flatMap((id) => down(commit, id)),
      ...subjects.flatMap((subject) => {
        const facts = factsOf(derivedFrom, {kind: 'anonymous'}, subject)
        return [projection(derivedFrom, facts), progress(derivedFrom, facts)]
      }),
    ],
  }
}

/** Where several documents go live together, a no says which of them it is about. */
function named({changes}: ProposedCommit, {id, after}: Change, verdict: Judgement): Judgement {
  const together = changes.filter((change) => isPublished(change.id) && change.after !== null)
  if (verdict.allowed || together.length < 2) return verdict
  const title = titleOf(after)
  return {
    ...verdict,
    denials: verdict.denials.map((denial) => ({
      ...denial,
      message: `“${title}”: ${denial.message}`,
      documentId: id,
    })),
  }
}

/** A page that the server itself takes down: its words are kept as a draft, unless there is one. */
function down(commit: ProposedCommit, id: string): readonly DerivedDocument[] {
  const live = commit.read(id)
  if (live === null) return []
  const draft = draftId(id)
  const kept: readonly DerivedDocument[] =
    commit.read(draft) === null ? [{id: draft, content: contentOf(live)}] : []
  return [...kept, {id, content: null}]
}

/** Governed documents whose words, records or rendering this commit touches. */
function affectedSubjects(
  commit: ProposedCommit,
  entries: readonly LedgerEntry[],
): readonly string[] {
  const own = commit.changes.flatMap(({id, before, after}) =>
    [before, after].some((side) => side !== null && isGoverned(side._type))
      ? [publishedId(id)]
      : [],
  )
  const rendering = commit.changes
    .filter(({before, after}) => isShared(before ?? after))
    .flatMap(({id}) => [
      ...(isPublished(id) ? pagesRendering(commit, id) : []),
      ...countingOn(commit, publishedId(id)),
    ])
  const recorded = [...commit.recorded, ...entries]
    .map(({subject}) => subject)
    .filter((subject) => commit.group(subject).some(({_type}) => isGoverned(_type)))
  return [...new Set([...own, ...rendering, ...recorded, ...waiting(commit)])]
}

/** A draft shows nowhere yet, but requests and sign-offs may count on it: the worklist refers to it then. */
function countingOn(commit: ProposedCommit, id: string): readonly string[] {
  return commit
    .referrers(id)
    .filter((referrer) => commit.read(referrer)?._type === progressType)
    .map((referrer) => subjectOfProgress(referrer))
}

/** Whoever could sign has changed with a credential: what waits for a signature must say so. */
function waiting(commit: ProposedCommit): readonly string[] {
  if (!commit.recorded.some(({kind}) => kind.startsWith('credential'))) return []
  return commit
    .ofType(progressType)
    .filter(({stage}) => stage !== 'published')
    .map(({_id}) => subjectOfProgress(_id))
}

function isShared(document: LakeDocument | null): boolean {
  return document !== null && !isGoverned(document._type) && !isServerType(document._type)
}

function writtenByServer({id, before, after, by}: Change): readonly LakeDenial[] {
  const types = [before, after].flatMap((side) => side?._type ?? [])
  const kept = isServerId(publishedId(id)) || types.some(isServerType)
  if (by === 'server' || !kept) return []
  return refused([{code: 'writtenByServer', type: types.at(-1) ?? ''}], id).denials
}

/** What somebody holds is for others to write down. */
function ownCredential(
  {actor}: ProposedCommit,
  {id, before, after, by}: Change,
): readonly LakeDenial[] {
  if (by === 'server' || actor.kind !== 'person' || actor.personId === '') return []
  const own = [before, after].some(
    (side) => side?._type === credentialType && holderOf(side) === actor.personId,
  )
  return own ? refused([{code: 'holderChangesCredential'}], id).denials : []
}

/** What was ever verified, suspended or revoked stays where that can be read, and done again. */
function credentialOnRecord(
  commit: ProposedCommit,
  {id, before, after}: Change,
): readonly LakeDenial[] {
  if (!isPublished(id) || before?._type !== credentialType || after?._type === credentialType) {
    return []
  }
  const decided = commit.ledger(id).some(({kind}) => kind.startsWith('credential'))
  return decided ? refused([{code: 'credentialOnRecord'}], id).denials : []
}
