import {
  beyondReach,
  type Denial,
  type Facts,
  type Family,
  type SignOff,
  signaturesOf,
  type Topic,
} from '../../policy/index.ts'

/** Specialists of whom one has yet to sign. */
export interface Kind {
  readonly anyOf: readonly Family[]
  readonly about: readonly Topic[]
  /** Somebody here is one. */
  readonly isHere: boolean
}

export interface StillToCome {
  readonly needed: number
  readonly signed: readonly SignOff[]
  readonly kinds: readonly Kind[]
  /** Beside those it takes somebody of any kind that counts. */
  readonly anotherPerson: boolean
  /** Those who are here do not suffice. */
  readonly lacksPeople: boolean
}

/** The signatures that are there, and those that are not. `null` = nobody's is wanted. */
export function stillToCome(facts: Facts): StillToCome | null {
  const signatures = signaturesOf(facts)
  if (signatures === null) return null
  const {needed, signed, lacking} = signatures
  const unreachable = lacking.length === 0 ? [] : beyondReach(facts)
  const nobody = unreachable.filter(isMissing).map(({families}) => families.join(' '))
  const missing = lacking.filter(isMissing)
  const kinds = missing
    .filter((one) => !missing.some((other) => settles(other, one)))
    .map(({families, topics}) => ({
      anyOf: families,
      about: topics,
      isHere: !nobody.includes(families.join(' ')),
    }))
  const people = new Set(signed.map(({personId}) => personId)).size
  return {
    needed,
    signed,
    kinds,
    anotherPerson: lacking.length > 0 && needed - people > kinds.length,
    lacksPeople: unreachable.length > 0,
  }
}

type Missing = Extract<Denial, {code: 'signOffMissing'}>

function isMissing(denial: Denial): denial is Missing {
  return denial.code === 'signOffMissing'
}

/** Whoever signs for the one signs for the other as well; of one topic, each takes a person of its own. */
function settles(one: Missing, other: Missing): boolean {
  return (
    one !== other &&
    one.families.every((family) => other.families.includes(family)) &&
    !one.topics.some((topic) => other.topics.includes(topic))
  )
}
