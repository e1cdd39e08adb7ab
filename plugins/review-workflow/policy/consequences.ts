import {lapsedBeyondGrace} from './credentialStanding.ts'
import {isReviewedSince} from './rounds.ts'
import {isFacts} from './shape.ts'
import {gaps, standsSigned, usableSignOffs} from './signOffs.ts'
import {riskClassOf} from './topics.ts'
import {
  type Consequence,
  type Facts,
  type Mark,
  type SignedCredential,
  type SignOff,
  type Trigger,
} from './types.ts'
import {retractedWorks} from './works.ts'

/**
 * What the policy does to a live page at this news. Nothing where the page stands without the credential that the news
 * is about, and without those that are no better; facts that cannot be read are for taking down.
 */
export function consequenceOf(facts: Facts, trigger: Trigger, about: string): Consequence {
  if (!isFacts(facts) || facts.subject.live === null) return 'withdraw'
  const ofCredential = trigger.startsWith('credential')
  if (ofCredential && standsSigned(withoutFallen(facts, about))) return 'none'
  return facts.policy.consequences[trigger][riskClassOf(facts.subject.live.topics)]
}

/**
 * The sign-offs that readers are told of: those that the live words rest on. One that rests on nothing but credentials
 * that were suspended or revoked since is left out as soon as the page stands without it.
 */
export function creditedSignOffs(facts: Facts): readonly SignOff[] {
  const usable = usableSignOffs(facts)
  if (!isFacts(facts) || facts.subject.live === null) return usable
  const ended = endedCredentials(facts)
  const good = usable.filter(({credentials}) => credentials.some(({id}) => !ended.has(id)))
  return gaps(facts.subject.live, good, facts, 'live').length === 0 ? good : usable
}

/** The ids of those that a registrar has ended since, for a while or for good. */
function endedCredentials({credentials}: Facts): ReadonlySet<string> {
  const ended = credentials.filter(({state}) => state === 'suspended' || state === 'revoked')
  return new Set(ended.map(({id}) => id))
}

/** Two credentials that have both fallen do not excuse each other. */
function withoutFallen(facts: Facts, about: string): Facts {
  const {now, policy} = facts
  const ended = endedCredentials(facts)
  const isFallen = ({id, expires, jurisdiction}: SignedCredential) =>
    id === about ||
    ended.has(id) ||
    lapsedBeyondGrace(expires, jurisdiction, now, policy.credentialGraceDays)
  return {
    ...facts,
    signOffs: facts.signOffs.map((signOff) => ({
      ...signOff,
      credentials: signOff.credentials.filter((credential) => !isFallen(credential)),
    })),
  }
}

/** The bad news that still holds: a full review after it has taken note of it, but no review mends a retracted work. */
export function activeMarks(facts: Facts): readonly Mark[] {
  if (!isFacts(facts)) return []
  const retracted = facts.subject.live === null ? [] : retractedWorks(facts.subject.live)
  return facts.marks.filter(({trigger, about, at, consequence}) => {
    if (consequence === 'none' || consequence === 'withdraw') return false
    if (trigger === 'workRetracted') return retracted.includes(about)
    return !isReviewedSince(facts, at)
  })
}

/** False for a live page that lists, site maps and search engines must leave out, and where nobody can tell. */
export function isIndexed(facts: Facts): boolean {
  return isFacts(facts) && activeMarks(facts).every(({consequence}) => consequence !== 'deindex')
}
