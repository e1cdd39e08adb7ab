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
  const {actor, subject, now, policy} = facts
  const holder = actor.kind === 'person' ? actor.personId : null
  const held = facts.credentials
    .filter((credential) => holder !== null && credential.holder === holder)
    .toSorted((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0))
  if (held.length === 0) return {credentials: [], denials: [{code: 'credentialMissing'}]}

  const topics = (subject.draft ?? subject.live)?.topics ?? []
  const riskClass = riskClassOf(topics)
  const assessed = held.map((credential) => ({
    credential,
    ...assess(credential, facts.credentials, now, policy.verificationMonths[riskClass]),
  }))
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
