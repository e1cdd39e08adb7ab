import {assess} from './credentialTypes.ts'
import {peopleNeeded} from './policy.ts'
import {riskClassOf, topics} from './topics.ts'
import {
  type Denial,
  type Facts,
  type Family,
  type SignOff,
  type SignOffProblem,
  type Topic,
  type Version,
} from './types.ts'

/** At publishing, credentials must be in force again; a page that is live outlives the day that one lapses. */
type Moment = 'publishing' | 'live'

/** Why a sign-off does not count for these words. Empty = it is usable. */
export function signOffProblems(
  signOff: SignOff,
  version: Version,
  facts: Facts,
  moment: Moment,
): readonly SignOffProblem[] {
  const {digest, closureDigest, revoked, voided, seq, personId} = signOff
  const problems: SignOffProblem[] = []
  if (typeof personId !== 'string' || personId === '' || !Number.isFinite(seq))
    problems.push('malformed')
  if (version.digest === null || digest !== version.digest) problems.push('contentChanged')
  else if (version.closureDigest === null || closureDigest !== version.closureDigest)
    problems.push('closureChanged')
  if (revoked !== null) problems.push('revoked')
  if (voided !== null && !problems.includes(voided.reason)) problems.push(voided.reason)
  if (
    moment === 'publishing' &&
    facts.changesRequested !== null &&
    !problems.includes('changesRequested')
  ) {
    problems.push('changesRequested')
  }
  if (version.retracted.length > 0 && !problems.includes('citationRetracted'))
    problems.push('citationRetracted')
  if (familiesOf(signOff, facts, moment).length === 0) problems.push('credentialLapsed')
  const newer = facts.signOffs.some(
    (other) =>
      other.personId === personId &&
      other.seq > seq &&
      other.digest === digest &&
      other.voided === null &&
      other.revoked === null,
  )
  if (newer) problems.push('superseded')
  return problems
}

/** The families that a sign-off stands for: as signed, and at publishing only as far as they are in force again. */
function familiesOf(
  {credentials, personId}: SignOff,
  facts: Facts,
  moment: Moment,
): readonly Family[] {
  return credentials.flatMap(({id, families}) => {
    if (moment === 'live') return families
    const credential = facts.credentials.find((each) => each.id === id && each.holder === personId)
    if (credential === undefined) return []
    const now = assess(credential, facts.credentials, facts.now).families
    return families.filter((family) => now.includes(family))
  })
}

/** What publishing these words still lacks. Empty = the sign-offs that stand suffice. */
export function unmet(version: Version, facts: Facts, moment: Moment): readonly Denial[] {
  const usable = facts.signOffs.filter(
    (signOff) => signOffProblems(signOff, version, facts, moment).length === 0,
  )
  const signers = usable.map((signOff) => ({
    personId: signOff.personId,
    families: familiesOf(signOff, facts, moment),
  }))
  const missing = requirements(version.topics).filter(
    ({families}) =>
      !signers.some((signer) => signer.families.some((family) => families.includes(family))),
  )
  const denials: Denial[] = grouped(missing).map((each) => ({code: 'signOffMissing', ...each}))
  const signed = new Set(usable.map(({personId}) => personId)).size
  const needed = peopleNeeded[riskClassOf(version.topics)]
  if (signed < needed && (signed > 0 || missing.length === 0))
    denials.push({code: 'secondPersonMissing', needed, signed})
  return denials.length === 0 ? [] : [...denials, ...unusable(version, facts, moment)]
}

/** Sign-offs of these very words that do not count, with the reasons: without them a refusal would puzzle. */
function unusable(version: Version, facts: Facts, moment: Moment): readonly Denial[] {
  return facts.signOffs
    .filter(({digest}) => digest === version.digest)
    .flatMap((signOff) => {
      const problems = signOffProblems(signOff, version, facts, moment)
      const {seq, name, at} = signOff
      return problems.length === 0 || problems.includes('superseded')
        ? []
        : [{code: 'signOffUnusable', seq, name, at, problems} as const]
    })
}

interface Requirement {
  readonly topic: Topic
  readonly families: readonly Family[]
}

/** One of these families must sign, for each topic. A page about nothing that we know has no one who may sign it. */
export function requirements(found: readonly Topic[]): readonly Requirement[] {
  return found.flatMap((topic) => topics[topic].groups.map((families) => ({topic, families})))
}

function grouped(
  missing: readonly Requirement[],
): readonly {families: readonly Family[]; topics: readonly Topic[]}[] {
  const groups = new Map<string, {families: readonly Family[]; topics: Topic[]}>()
  for (const {topic, families} of missing) {
    const key = families.join(' ')
    const group = groups.get(key) ?? {families, topics: []}
    if (!group.topics.includes(topic)) group.topics.push(topic)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** The sign-offs that the live words (or else the draft's) rest on, newest first. */
export function usableSignOffs(facts: Facts): readonly SignOff[] {
  const {live, draft} = facts.subject
  const version = live ?? draft
  if (version === null) return []
  return facts.signOffs
    .filter((signOff) => signOffProblems(signOff, version, facts, 'live').length === 0)
    .toSorted((one, other) => other.seq - one.seq)
}

/** True when what is live stands on usable sign-offs of exactly its words: the promise, for one page. */
export function standsSigned(facts: Facts): boolean {
  const {live} = facts.subject
  return live !== null && live.topics.length > 0 && unmet(live, facts, 'live').length === 0
}
