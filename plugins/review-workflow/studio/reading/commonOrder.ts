/** More comparisons than this are not worth the reader's wait. */
const mostCells = 1_000_000

/**
 * Pairs of positions that keep their order in both lists (a longest common subsequence). Lists too long to compare in
 * full share only how they begin and end.
 */
export function commonOrder(
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [number, number])[] {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  const middle = pairs(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
  )
  return [
    ...range(start).map((index) => [index, index] as const),
    ...middle.map(([one, other]) => [one + start, other + start] as const),
    ...range(end).map(
      (index) => [before.length - end + index, after.length - end + index] as const,
    ),
  ]
}

function pairs(before: readonly string[], after: readonly string[]): [number, number][] {
  if (before.length * after.length > mostCells) return []
  const width = after.length + 1
  const lengths = new Uint32Array((before.length + 1) * width)
  const length = (row: number, column: number) => lengths[row * width + column] ?? 0
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        before[row] === after[column]
          ? length(row + 1, column + 1) + 1
          : Math.max(length(row + 1, column), length(row, column + 1))
    }
  }
  const found: [number, number][] = []
  let row = 0
  let column = 0
  while (row < before.length && column < after.length) {
    if (before[row] === after[column]) found.push([row++, column++])
    else if (length(row + 1, column) >= length(row, column + 1)) row++
    else column++
  }
  return found
}

function range(count: number): readonly number[] {
  return Array.from({length: count}, (_, index) => index)
}
