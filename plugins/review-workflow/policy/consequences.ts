import {isFacts} from './shape.ts'
import {standsSigned} from './signOffs.ts'
import {lastRound} from './stage.ts'
import {riskClassOf} from './topics.ts'
import {type Consequence, type Facts, type Mark, type Trigger} from './types.ts'
import {retractedWorks} from './works.ts'

/**
 * What the policy does to a live page at this news. Nothing where the page stands without the credential that the news
 * is about; facts that cannot be read are for taking down.
 */
export function consequenceOf(facts: Facts, trigger: Trigger, about: string): Consequence {
  if (!isFacts(facts) || facts.subject.live === null) return 'withdraw'
  const ofCredential = trigger.startsWith('credential')
  if (ofCredential && standsSigned(withoutCredential(facts, about))) return 'none'
  return facts.policy.consequences[trigger][riskClassOf(facts.subject.live.topics)]
}

function withoutCredential(facts: Facts, id: string): Facts {
  return {
    ...facts,
    signOffs: facts.signOffs.map((signOff) => ({
      ...signOff,
      credentials: signOff.credentials.filter((credential) => credential.id !== id),
    })),
  }
}

/** The bad news that still holds: a full review after it has taken note of it, but no review mends a retracted work. */
export function activeMarks(facts: Facts): readonly Mark[] {
  if (!isFacts(facts)) return []
  const round = lastRound(facts)
  const retracted = facts.subject.live === null ? [] : retractedWorks(facts.subject.live)
  return facts.marks.filter(({trigger, about, at, consequence}) => {
    if (consequence === 'none' || consequence === 'withdraw') return false
    if (trigger === 'workRetracted') return retracted.includes(about)
    return round === null || round.at <= at
  })
}

/** False for a live page that lists, site maps and search engines must leave out. */
export function isIndexed(facts: Facts): boolean {
  return activeMarks(facts).every(({consequence}) => consequence !== 'deindex')
}
