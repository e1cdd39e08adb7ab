import {type Actor} from '../../../lake/actor.ts'
import {isPublished} from '../../../lake/document.ts'
import {type Change, type LedgerEntry, type ProposedCommit} from '../../../lake/guard.ts'
import {decide, digest, isGoverned, policyHash, policyName} from '../policy/index.ts'
import {refused} from './denials.ts'
import {publicationFacts} from './facts.ts'
import {slugOf} from './publications.ts'
import {standing} from './records.ts'

export type Judgement =
  {readonly allowed: true; readonly entries: readonly LedgerEntry[]} | ReturnType<typeof refused>

const nothingToSay: Judgement = {allowed: true, entries: []}

/** One changed document: does it put words of a governed type in front of readers, and may it? */
export function publication(commit: ProposedCommit, {id, before, after}: Change): Judgement {
  if (!isPublished(id)) return nothingToSay
  const was = before !== null && isGoverned(before._type) ? before : null
  const becomes = after !== null && isGoverned(after._type) ? after : null
  if (becomes === null) {
    return was === null || isTakenDown(commit, id)
      ? nothingToSay
      : {allowed: true, entries: [{kind: 'unpublished', subject: id, body: {}}]}
  }
  const facts = publicationFacts(commit, publisher(commit, id, digest(becomes)), becomes, was)
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
          policyVersion: policyName(facts.policy),
          policyRevision: facts.policy.revision,
          policyHash: policyHash(facts.policy),
          slug: slugOf(becomes),
        },
      },
    ],
  }
}

/** Whoever takes a page down by a command has put that on record, and why. */
function isTakenDown({recorded}: ProposedCommit, id: string): boolean {
  return recorded.some(({kind, subject}) => kind === 'withdrawn' && subject === id)
}

/**
 * Who publishes. The clock has no rights of its own: it acts for whoever scheduled exactly these words, if the moment
 * has come, and with the rights that they have by now.
 */
function publisher(commit: ProposedCommit, id: string, words: string | null): Actor {
  if (commit.actor.kind !== 'clock') return commit.actor
  const {schedule} = standing(commit, id)
  const due = schedule !== null && schedule.at <= commit.now && schedule.digest === words
  return due ? commit.actorOf(schedule.by.userId) : commit.actor
}
