import {type Family, type Topic} from '../../policy/index.ts'
import {type PolicyRead} from '../reads.ts'

interface Signable {
  /** Topics on which one signature of these families is enough. */
  readonly alone: readonly Topic[]
  /** Topics that need somebody of another family, too. */
  readonly together: readonly Topic[]
}

/** What somebody of these families may sign, as the policy's table has it. */
export function signable(families: readonly Family[], topics: PolicyRead['topics']): Signable {
  const covers = (group: readonly Family[]) => group.some((family) => families.includes(family))
  const covered = topics.filter(({groups}) => groups.some(covers))
  const isAlone = ({groups}: PolicyRead['topics'][number]) => groups.every(covers)
  return {
    alone: covered.filter(isAlone).map(({topic}) => topic),
    together: covered.filter((each) => !isAlone(each)).map(({topic}) => topic),
  }
}
