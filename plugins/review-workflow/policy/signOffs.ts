import {closureReached} from './closureReached.ts'
import {dayOf} from './days.ts'
import {assess} from './families.ts'
import {isFacts} from './shape.ts'
import {familyGroups, riskClassOf} from './topics.ts'
import {
  type Denial,
  type Facts,
  type Family,
  type Policy,
  type SignOff,
  type SignOffProblem,
  type Topic,
  type Version,
} from './types.ts'
import {retractedWorks} from './works.ts'

/** At publishing, credentials must be in force again; a page that is live outlives the day that one lapses. */
export type Moment = 'publishing' | 'live'

/** Live words are held to the policy that they went live under. */
export function policyAt(moment: Moment, {policy, livePolicy}: Facts): Policy {
  return moment === 'live' ? livePolicy : policy
}

/** Why a sign-off does not count for these words. Empty = it is usable. */
export function signOffProblems(
  signOff: SignOff,
  version: Version,
  facts: Facts,
  moment: Moment,
): readonly SignOffProblem[] {
  const {digest, revoked, voided, seq, personId, at} = signOff
  const sameWords = version.digest !== null && digest === version.digest
  const problems: readonly (SignOffProblem | false)[] = [
    (personId === '' || dayOf(at) === null) && 'malformed',
    !sameWords && 'contentChanged',
    sameWords && !closureReached(signOff, version, facts, moment) && 'closureChanged',
    revoked !== null && 'revoked',
    voided !== null && voided.reason,
    moment === 'publishing' && facts.objection !== null && facts.objection.kind,
    isRetractionUnmarked(version, facts, moment) && 'citationRetracted',
    familiesInForce(signOff, version, facts, moment).length === 0 && 'credentialLapsed',
    facts.signOffs.some(
      (other) =>
        other.personId === personId &&
        other.seq > seq &&
        other.digest === digest &&
        // A live page may rest on what only the earlier one covers.
        signedFamilies(signOff).every((family) => signedFamilies(other).includes(family)) &&
        closureReached(other, version, facts, moment),
    ) && 'superseded',
  ]
  return [...new Set(problems.filter((problem) => problem !== false))]
}

/** Nothing is published on a retracted work; a live page outlives the news of it where the policy says so. */
function isRetractionUnmarked(version: Version, {marks}: Facts, moment: Moment): boolean {
  return retractedWorks(version).some(
    (id) =>
      moment === 'publishing' ||
      !marks.some(
        ({trigger, about, consequence}) =>
          trigger === 'workRetracted' && about === id && consequence !== 'withdraw',
      ),
  )
}

function signedFamilies({credentials}: SignOff): readonly Family[] {
  return credentials.flatMap(({families}) => families)
}

/** The families that a sign-off stands for: as signed, and at publishing as far as they are in force again. */
function familiesInForce(
  {credentials, personId}: SignOff,
  version: Version,
  facts: Facts,
  moment: Moment,
): readonly Family[] {
  const months = facts.policy.verificationMonths[riskClassOf(version.topics)]
  return credentials.flatMap(({id, families}) => {
    if (moment === 'live') return families
    const credential = facts.credentials.find((each) => each.id === id && each.holder === personId)
    if (credential === undefined) return []
    const now = assess(credential, facts.credentials, facts.now, months).families
    return families.filter((family) => now.includes(family))
  })
}

function usable(version: Version, facts: Facts, moment: Moment): readonly SignOff[] {
  return facts.signOffs
    .filter((signOff) => signOffProblems(signOff, version, facts, moment).length === 0)
    .toSorted((one, other) => other.seq - one.seq)
}

/** What these words still lack to be in front of readers, and the sign-offs that they rest on. */
export function signedness(
  version: Version,
  facts: Facts,
  moment: Moment,
): {readonly signOffs: readonly SignOff[]; readonly lacking: readonly Denial[]} {
  const signOffs = usable(version, facts, moment)
  const lacking = gaps(version, signOffs, facts, moment)
  return {
    signOffs,
    lacking: lacking.length === 0 ? [] : [...lacking, ...unusable(version, facts, moment)],
  }
}

/** What exactly these sign-offs, taken together, leave open. */
export function gaps(
  version: Version,
  signOffs: readonly SignOff[],
  facts: Facts,
  moment: Moment,
): readonly Denial[] {
  const holders = signOffs.map((signOff) => ({
    personId: signOff.personId,
    families: familiesInForce(signOff, version, facts, moment),
  }))
  return lackingWith(holders, version.topics, policyAt(moment, facts))
}

/** Neither taken back nor dead: whether it counts for anything today is another question. */
export function isStanding({revoked, voided}: Pick<SignOff, 'revoked' | 'voided'>): boolean {
  return revoked === null && voided === null
}

/** Somebody with what their credentials prove. */
export interface Holder {
  readonly personId: string
  readonly families: readonly Family[]
}

export function asHolder(signOff: SignOff): Holder {
  return {personId: signOff.personId, families: signedFamilies(signOff)}
}

/** What words on these topics lack when these people sign them. */
export function lackingWith(
  holders: readonly Holder[],
  topics: readonly Topic[],
  policy: Policy,
): readonly Denial[] {
  return [...missing(topics, holders, policy), ...tooFew(topics, holders, policy)]
}

/** How many different people it takes at the least. */
export function peopleNeeded({topics}: Pick<Version, 'topics'>, policy: Policy): number {
  const groups = requirements(topics, policy).map(({groups: each}) => each.length)
  return Math.max(policy.peopleNeeded[riskClassOf(topics)], ...groups)
}

/** A page about nothing has nobody who may sign it. */
function missing(
  topics: readonly Topic[],
  signers: readonly Holder[],
  policy: Policy,
): readonly Denial[] {
  if (topics.length === 0) return [{code: 'signOffMissing', families: [], topics: []}]
  const open = requirements(topics, policy).flatMap(({topic, groups}) =>
    unfilled(groups, signers).map((families) => ({families, topic})),
  )
  const byFamilies = Map.groupBy(open, ({families}) => families.join(' '))
  return [...byFamilies.values()].map((alike) => ({
    code: 'signOffMissing',
    families: alike[0]?.families ?? [],
    topics: [...new Set(alike.map(({topic}) => topic))],
  }))
}

/** Only people whose scope takes in some of the words count. */
function tooFew(
  topics: readonly Topic[],
  signers: readonly Holder[],
  policy: Policy,
): readonly Denial[] {
  const needed = policy.peopleNeeded[riskClassOf(topics)]
  const wanted = requirements(topics, policy).flatMap(({groups}) => groups.flat())
  const able = signers.filter(({families}) => families.some((family) => wanted.includes(family)))
  const signed = new Set(able.map(({personId}) => personId)).size
  return signed < needed && signed > 0 ? [{code: 'secondPersonMissing', needed, signed}] : []
}

interface Requirement {
  readonly topic: Topic
  /** A different person for each group, of any family in it. */
  readonly groups: readonly (readonly Family[])[]
}

export function requirements(topics: readonly Topic[], policy: Policy): readonly Requirement[] {
  const riskClass = riskClassOf(topics)
  return topics.map((topic) => ({topic, groups: familyGroups(topic, riskClass, policy)}))
}

/** The groups that stay open when different people fill as many as they can. */
function unfilled(
  groups: readonly (readonly Family[])[],
  signers: readonly Holder[],
): readonly (readonly Family[])[] {
  const [group, ...others] = groups
  if (group === undefined) return []
  const able = signers.filter(({families}) => families.some((family) => group.includes(family)))
  const outcomes = [
    ...able.map(({personId}) =>
      unfilled(
        others,
        signers.filter((other) => other.personId !== personId),
      ),
    ),
    [group, ...unfilled(others, signers)],
  ]
  return outcomes.reduce((best, each) => (each.length < best.length ? each : best))
}

/** Sign-offs of these very words that do not count, with the reasons: without them a refusal would puzzle. */
function unusable(version: Version, facts: Facts, moment: Moment): readonly Denial[] {
  return facts.signOffs
    .filter(({digest}) => digest === version.digest)
    .toSorted((one, other) => other.seq - one.seq)
    .flatMap((signOff): readonly Denial[] => {
      const problems = signOffProblems(signOff, version, facts, moment)
      if (problems.length === 0 || problems.includes('superseded')) return []
      const {seq, name, at} = signOff
      return [{code: 'signOffUnusable', seq, name, at, problems}]
    })
}

/** The sign-offs that the live words (or else the draft's) rest on, newest first. */
export function usableSignOffs(facts: Facts): readonly SignOff[] {
  if (!isFacts(facts)) return []
  const version = facts.subject.live ?? facts.subject.draft
  return version === null ? [] : usable(version, facts, 'live')
}

/**
 * True when what is live stands on sign-offs that it could be published on today, too. What it shows goes in front of
 * readers for the first time, so credentials must be in force; what is said against a draft beside it is not about it.
 */
export function isSignedAnew(facts: Facts): boolean {
  if (!standsSigned(facts) || facts.subject.live === null) return false
  const unopposed = {...facts, objection: null}
  return signedness(facts.subject.live, unopposed, 'publishing').lacking.length === 0
}

/** True when what is live stands on usable sign-offs of exactly its words: the promise, for one page. */
export function standsSigned(facts: Facts): boolean {
  if (!isFacts(facts) || facts.subject.live === null) return false
  return signedness(facts.subject.live, facts, 'live').lacking.length === 0
}
