import {newWords} from './newWords.ts'
import {asReviewer, mayReview} from './requestRules.ts'
import {provenFamilies} from './qualification.ts'
import {readable} from './rules.ts'
import {isFacts} from './shape.ts'
import {asHolder, lackingWith, signedness} from './signOffs.ts'
import {type Denial, type Facts} from './types.ts'

/** A reviewer, and what would keep them from signing these words now. */
export interface Signer {
  readonly personId: string
  readonly name: string
  readonly able: boolean
  readonly denials: readonly Denial[]
}

/**
 * What these words would still lack if everybody who could sign them did: the kinds of specialist, or the second person,
 * whom nobody here is. Empty = those who are here suffice.
 */
export function beyondReach(facts: Facts): readonly Denial[] {
  if (!isFacts(facts)) return []
  const words = facts.subject.draft ?? facts.subject.live
  if (words === null) return []
  const able = facts.reviewers.flatMap((reviewer) => {
    const given = {...facts, actor: asReviewer(reviewer)}
    // Somebody whose scope covers a part is not what is lacking.
    const inTheWay = mayReview(given).filter(({code}) => code !== 'outOfScope')
    return inTheWay.length > 0
      ? []
      : [{personId: reviewer.personId, families: provenFamilies(given)}]
  })
  // What is live already and reviewed again takes everybody's signature again.
  const draft = newWords(facts.subject)
  const signed = draft === null ? [] : signedness(draft, facts, 'publishing').signOffs.map(asHolder)
  return lackingWith([...signed, ...able], words.topics, facts.policy)
}

/** Every reviewer, those who could sign first. */
export function signers(facts: Facts): readonly Signer[] {
  if (!isFacts(facts)) return []
  return facts.reviewers
    .map((reviewer) => {
      const denials = [...readable(facts), ...mayReview({...facts, actor: asReviewer(reviewer)})]
      const {personId, name} = reviewer
      return {personId, name, able: denials.length === 0, denials}
    })
    .toSorted(
      (one, other) => Number(other.able) - Number(one.able) || one.name.localeCompare(other.name),
    )
}
