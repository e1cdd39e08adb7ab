/** Where a value lies between nothing and the most there is. */
export function scale(most: number, length: number): (value: number) => number {
  return (value) => (most <= 0 ? 0 : (Math.min(Math.max(value, 0), most) / most) * length)
}

/** Round numbers from 0 to the first that is not below `most`, in at most `steps` steps. */
export function ticks(most: number, steps: number): readonly number[] {
  if (!(most > 0)) return [0, 1]
  const step = roundStep(most / steps)
  const count = Math.ceil(most / step)
  return Array.from({length: count + 1}, (_, index) => index * step)
}

/** The last tick: what an axis ends with. */
export function axisEnd(axis: readonly number[]): number {
  return axis[axis.length - 1] ?? 1
}

/** 1, 2 or 5 times a power of ten; whole, because pages and days are counted. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)))
  const factor = [1, 2, 5, 10].find((each) => each * power >= least) ?? 10
  return factor * power
}
