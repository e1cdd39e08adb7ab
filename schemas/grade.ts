/** Certainty of a body of evidence for one outcome, after GRADE. */
export type Certainty = 'veryLow' | 'low' | 'moderate' | 'high'

export interface Grading {
  readonly startLevel?: string
  readonly gradeDowngrades?: readonly {readonly severity?: string}[]
  readonly gradeUpgrades?: readonly unknown[]
}

const levels: readonly Certainty[] = ['veryLow', 'low', 'moderate', 'high']

/**
 * Where the reasons given lead: randomised evidence starts high, observational low; each serious reason takes
 * one level, each very serious two, each upgrade adds one; never below very low or above high.
 */
export function certainty({
  startLevel,
  gradeDowngrades = [],
  gradeUpgrades = [],
}: Grading): Certainty {
  const start = startLevel === 'high' ? 3 : 1
  const down = gradeDowngrades.reduce(
    (sum, {severity}) => sum + (severity === 'verySerious' ? 2 : 1),
    0,
  )
  const level = Math.min(3, Math.max(0, start - down + gradeUpgrades.length))
  return levels[level] ?? 'veryLow'
}
