import {credentialLabel} from './credentialTypes.ts'
import {assess} from './families.ts'
import {requirements} from './signOffs.ts'
import {riskClassOf} from './topics.ts'
import {type Denial, type Facts, type SignedCredential, type Family} from './types.ts'

/**
 * The credentials that the actor may sign these words on. Where one person's signature suffices, their scope covers
 * every topic; where two must sign, each signs for what is theirs, and publishing sees to the whole.
 */
export function qualification(facts: Facts): {
  readonly credentials: readonly SignedCredential[]
  readonly denials: readonly Denial[]
} {
  const {subject, policy} = facts
  const topics = (subject.draft ?? subject.live)?.topics ?? []
  const riskClass = riskClassOf(topics)
  const assessed = assessedOf(facts)
  if (assessed.length === 0) return {credentials: [], denials: [{code: 'credentialMissing'}]}
  const families = assessed.flatMap((each) => each.families)
  if (families.length === 0) {
    const denials = assessed.flatMap(({credential, problem}): readonly Denial[] => {
      const {id, expires} = credential
      if (problem === null) return []
      return [
        {code: 'credentialUnusable', id, label: credentialLabel(credential), problem, expires},
      ]
    })
    return {credentials: [], denials}
  }

  const needed = requirements(topics, policy).map(({topic, groups}) => ({
    topic,
    groups: groups.length,
    families: groups.flat(),
  }))
  const beyond = needed.filter((need) => !need.families.some((family) => families.includes(family)))
  const shared = policy.peopleNeeded[riskClass] > 1 || needed.some(({groups}) => groups > 1)
  if (needed.length === 0 || (shared ? beyond.length === needed.length : beyond.length > 0)) {
    const wanted = [...new Set(beyond.flatMap((need) => need.families))]
    return {
      credentials: [],
      denials: [{code: 'outOfScope', topics: beyond.map(({topic}) => topic), families: wanted}],
    }
  }

  const relied = (family: Family) => needed.some((need) => need.families.includes(family))
  const credentials = assessed
    .filter((each) => each.families.some(relied))
    .map(({credential, families: proven}) => ({
      id: credential.id,
      typeCode: credential.typeCode,
      label: credentialLabel(credential),
      families: proven.filter(relied),
      jurisdiction: credential.jurisdiction,
      discipline: credential.discipline,
      issued: credential.issued,
      expires: credential.expires,
    }))
  return {credentials, denials: []}
}

/** What the actor's credentials prove today, whatever these words need. */
export function provenFamilies(facts: Facts): readonly Family[] {
  return assessedOf(facts).flatMap(({families}) => families)
}

/** The actor's credentials, each with what it proves for words of this risk, in a fixed order. */
function assessedOf({actor, credentials, subject, now, policy}: Facts) {
  const holder = actor.kind === 'person' ? actor.personId : null
  const riskClass = riskClassOf((subject.draft ?? subject.live)?.topics ?? [])
  return credentials
    .filter((credential) => holder !== null && credential.holder === holder)
    .toSorted((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0))
    .map((credential) => ({
      credential,
      ...assess(credential, credentials, now, policy.verificationMonths[riskClass]),
    }))
}
