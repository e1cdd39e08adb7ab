import {bundleOf, isPublished, type LakeDocument, publishedId} from '../../../lake/document.ts'
import {
  type Change,
  type Denial as LakeDenial,
  type Guard,
  type LedgerEntry,
  type ProposedCommit,
} from '../../../lake/guard.ts'
import {
  decide,
  type Denial,
  digest,
  isGoverned,
  standsSigned,
  type VoidReason,
} from '../policy/index.ts'
import {pagesRendering, projectionType, versionOf} from './closure.ts'
import {refused} from './denials.ts'
import {factsOf, publicationFacts} from './facts.ts'
import {isProjectionId, projection} from './projection.ts'
import {standing} from './records.ts'

/**
 * Holds every commit to the promise: whatever the published perspective could serve after it, of a governed type,
 * carries usable sign-offs of exactly its words and of what it renders. It judges effects and knows no verbs.
 */
export const reviewGuard: Guard = (commit) => {
  const forged = commit.changes.flatMap(writtenByServer)
  if (forged.length > 0) return {allowed: false, stale: false, denials: forged}

  const judged = commit.changes.map((change) => judge(commit, change))
  const shared = sharedChanges(commit)
  const refusals = [...judged, ...shared].flatMap((verdict) => (verdict.allowed ? [] : [verdict]))
  if (refusals.length > 0) {
    return {
      allowed: false,
      stale: refusals.every((verdict) => verdict.stale),
      denials: refusals.flatMap((verdict) => verdict.denials),
    }
  }

  const entries = judged.flatMap((verdict) => (verdict.allowed ? verdict.entries : []))
  const subjects = affectedSubjects(commit)
  const voids = subjects.flatMap((subject) => voided(commit, subject))
  const after = withEntries(commit, [...entries, ...voids])
  return {
    allowed: true,
    entries: [...entries, ...voids],
    derived: subjects.map((subject) => projection(after, subject)),
  }
}

type Judgement =
  {readonly allowed: true; readonly entries: readonly LedgerEntry[]} | ReturnType<typeof refused>

const nothingToSay: Judgement = {allowed: true, entries: []}

/** One changed document: does it put words of a governed type in front of readers, and may it? */
function judge(commit: ProposedCommit, {id, before, after}: Change): Judgement {
  if (!isPublished(id)) return nothingToSay
  const was = before !== null && isGoverned(before._type) ? before : null
  const becomes = after !== null && isGoverned(after._type) ? after : null
  if (becomes === null) {
    return was === null
      ? nothingToSay
      : {allowed: true, entries: [{kind: 'unpublished', subject: id, body: {}}]}
  }
  const facts = publicationFacts(commit, commit.actor, becomes, was)
  const decision = decide(facts, {type: 'publish'})
  if (!decision.allowed) return refused(decision.denials, id)
  const words = facts.subject.draft
  return {
    allowed: true,
    entries: [
      {
        kind: 'published',
        subject: id,
        body: {
          digest: words?.digest ?? null,
          closureDigest: words?.closureDigest ?? null,
          signOffs: [...decision.signOffs],
        },
      },
    ],
  }
}

/** A shared document that live pages render may change only together with fresh sign-offs of those pages. */
function sharedChanges(commit: ProposedCommit): readonly Judgement[] {
  const published = new Set(commit.changes.map(({id}) => id))
  return changedShared(commit).flatMap(({id}) => {
    const pages = pagesRendering(commit, id).filter((page) => {
      const live = commit.read(page)
      if (live === null || !isGoverned(live._type) || published.has(page)) return false
      return !standsSigned(factsOf(commit, commit.actor, page))
    })
    const denials: readonly Denial[] = [{code: 'pagesNeedSignOff', pages}]
    return pages.length === 0 ? [] : [refused(denials, id)]
  })
}

function changedShared(commit: ProposedCommit): readonly Change[] {
  return commit.changes.filter(({id, before, after}) => {
    const document = after ?? before
    if (!isPublished(id) || document === null || isProjectionId(id)) return false
    const governed = [before, after].some((side) => side !== null && isGoverned(side._type))
    return governed ? before?._type !== after?._type : digestOf(before) !== digestOf(after)
  })
}

function digestOf(document: LakeDocument | null): string | null {
  return document === null ? null : digest(document)
}

/** Governed documents whose words, records or rendering this commit touches. */
function affectedSubjects(commit: ProposedCommit): readonly string[] {
  const own = commit.changes.flatMap(({id, before, after}) =>
    [before, after].some((side) => side !== null && isGoverned(side._type))
      ? [publishedId(id)]
      : [],
  )
  const rendering = changedShared(commit).flatMap(({id}) => pagesRendering(commit, id))
  const recorded = commit.recorded
    .map(({subject}) => subject)
    .filter((subject) => commit.group(subject).some(({_type}) => isGoverned(_type)))
  return [...new Set([...own, ...rendering, ...recorded])]
}

/** Sign-offs whose words are neither in the draft nor live any more die, for good. */
function voided(commit: ProposedCommit, subject: string): readonly LedgerEntry[] {
  const {signOffs} = standing(commit, subject)
  const standingSignOffs = signOffs.filter(
    (signOff) => signOff.revoked === null && signOff.voided === null,
  )
  if (standingSignOffs.length === 0) return []
  const versions = commit
    .group(subject)
    .filter(({_id, _type}) => isGoverned(_type) && bundleOf(_id).kind !== 'version')
    .map((document) => versionOf(commit, document))
  return standingSignOffs.flatMap(({seq, digest: signed, closureDigest}) => {
    const words = versions.filter((version) => version?.digest === signed)
    if (words.some((version) => version?.closureDigest === closureDigest)) return []
    const reason: VoidReason = words.length > 0 ? 'closureChanged' : 'contentChanged'
    return [{kind: 'voided', subject, body: {signOff: seq, reason}}]
  })
}

function writtenByServer({id, before, after, by}: Change): readonly LakeDenial[] {
  const projected =
    isProjectionId(publishedId(id)) ||
    before?._type === projectionType ||
    after?._type === projectionType
  if (by === 'server' || !projected) return []
  return refused([{code: 'writtenByServer', type: projectionType}], id).denials
}

/** The commit with entries that are about to be appended, for what is derived from them. */
function withEntries(commit: ProposedCommit, entries: readonly LedgerEntry[]): ProposedCommit {
  return {
    ...commit,
    ledger: (subject) => [
      ...commit.ledger(subject),
      ...entries
        .filter((entry) => entry.subject === subject)
        .map((entry) => ({
          ...entry,
          seq: Number.MAX_SAFE_INTEGER,
          at: commit.now,
          actor: '',
          transactionId: commit.transactionId,
          previousHash: '',
          hash: '',
        })),
    ],
  }
}
