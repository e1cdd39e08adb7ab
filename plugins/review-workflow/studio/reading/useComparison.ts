import {useMemo, useState} from 'react'
import {type ReviewRead} from '../reads.ts'
import {type Basis, basesOf, type Differences, differences} from './comparison.ts'
import {type Earlier, useEarlier} from './useEarlier.ts'
import {type Fields} from './values.ts'

export interface Comparison {
  readonly bases: readonly Basis[]
  /** `null`: nobody has said anything about any words of this page yet. */
  readonly basis: Basis | null
  readonly earlier: Earlier
  /** `null` while nobody can tell. */
  readonly differing: Differences | null
  /** What did not change is folded away. */
  readonly onlyChanges: boolean
  readonly compareWith: (basis: Basis) => void
  readonly show: (onlyChanges: boolean) => void
}

/** The page beside earlier words of it. It begins with what this reader is most likely to have come for. */
export function useComparison(read: ReviewRead, words: Fields): Comparison {
  const {changed, closure} = read
  const [at, setAt] = useState<string | null>(null)
  const [chosen, setChosen] = useState<boolean | null>(null)
  const bases = basesOf(read)
  const basis = bases.find((each) => each.at === at) ?? bases[0] ?? null
  const earlier = useEarlier(read, basis)
  const told = useMemo(
    () => (earlier.status === 'ready' ? differences(words, closure, earlier) : null),
    [words, closure, earlier],
  )
  const differing = basis?.kind === 'signature' ? changed : told
  const differs = differing !== null && differing.fields.length + differing.shared.length > 0
  // Where nobody has signed, all of it is new, and so it is for whoever has not objected to it themselves.
  const isKnown =
    changed.since !== null && basis !== null && (basis.kind === 'signature' || basis.own)
  return {
    bases,
    basis,
    earlier,
    differing,
    onlyChanges: basis !== null && (chosen ?? (differs && isKnown)),
    compareWith: (next) => setAt(next.at),
    show: setChosen,
  }
}
