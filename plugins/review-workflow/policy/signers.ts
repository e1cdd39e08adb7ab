import {asReviewer, mayReview} from './requestRules.ts'
import {isFacts} from './shape.ts'
import {readable} from './rules.ts'
import {type Denial, type Facts} from './types.ts'

/** A reviewer, and what would keep them from signing these words now. */
export interface Signer {
  readonly personId: string
  readonly name: string
  readonly able: boolean
  readonly denials: readonly Denial[]
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
