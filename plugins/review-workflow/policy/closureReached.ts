import {type Facts, type SignOff, type Version} from './types.ts'

/**
 * Whether what a sign-off saw shown with the words is what is shown now: the same, or the same but for changes that the
 * server carried sign-offs over by itself. Bad news is carried for live pages alone: new ones are signed knowing it.
 */
export function closureReached(
  {closureDigest}: Pick<SignOff, 'closureDigest'>,
  version: Pick<Version, 'closureDigest'>,
  {carried}: Pick<Facts, 'carried'>,
  moment: 'publishing' | 'live',
): boolean {
  if (version.closureDigest === null) return false
  const steps = carried.filter(({marks}) => moment === 'live' || !marks)
  const reached = new Set([closureDigest])
  // A set grows while it is walked: what is reached by a step is a place to go on from.
  for (const place of reached) {
    for (const {from, to} of steps) if (from === place) reached.add(to)
  }
  return reached.has(version.closureDigest)
}
