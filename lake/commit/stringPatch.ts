/** A piece of a new string: taken from the old one, by UTF-8 positions, or written. */
export type Piece = {readonly from: number; readonly to: number} | {readonly written: string}

/** Words, spaces and single marks: what an edit usually replaces whole. */
const tokens = /[\p{L}\p{N}\p{M}_]+|\s+|[^\p{L}\p{N}\p{M}_\s]/gu
/** Beyond so many comparisons only the ends are kept. */
const mostComparisons = 250_000

/**
 * Puts `right` together from pieces of `left`, so that only words which are new count as written. Null when nothing can
 * be kept. What is kept is the common beginning, the common end, and whole words between them as far as Mendoza allows:
 * its decoder resolves a slice that ends before the string does wrongly when what stands before it is not ASCII.
 */
export function piecesOf(left: string, right: string): readonly Piece[] | null {
  // Lone surrogates have no UTF-8 length that all readers of the patch agree on.
  if (right === '' || !left.isWellFormed() || !right.isWellFormed()) return null
  const shorter = Math.min(left.length, right.length)
  let prefix = 0
  while (prefix < shorter && left[prefix] === right[prefix]) prefix++
  if (isHigh(left, prefix - 1)) prefix--
  let suffix = 0
  while (suffix < shorter - prefix && left.at(-1 - suffix) === right.at(-1 - suffix)) suffix++
  if (isLow(left, left.length - suffix)) suffix--
  const rest = left.length - suffix
  const start = bytes(left.slice(0, prefix))
  const end = bytes(left.slice(0, rest))
  const between = middlePieces(
    left.slice(0, prefix),
    left.slice(prefix, rest),
    right.slice(prefix, right.length - suffix),
  )
  const pieces: readonly Piece[] = [
    ...(start > 0 ? [{from: 0, to: start}] : []),
    ...between,
    ...(suffix > 0 ? [{from: end, to: bytes(left)}] : []),
  ]
  return pieces.some((piece) => 'from' in piece) ? pieces : null
}

/** The first half of a character of two units, whose second half is not the same in both texts. */
function isHigh(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at] ?? '')
}

function isLow(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text[at] ?? '')
}

/** What is new between the ends, and the words that stayed there. */
function middlePieces(before: string, left: string, right: string): readonly Piece[] {
  const old = left.match(tokens) ?? []
  const wanted = right.match(tokens) ?? []
  const pieces: Piece[] = []
  let column = 0
  for (const run of commonRuns(old, wanted)) {
    const kept = wanted.slice(run.column, run.column + run.length).join('')
    const standsBefore = before + old.slice(0, run.row).join('')
    if (!isAscii(standsBefore) || !/\S/.test(kept)) continue
    if (run.column > column) pieces.push({written: wanted.slice(column, run.column).join('')})
    pieces.push({from: standsBefore.length, to: standsBefore.length + bytes(kept)})
    column = run.column + run.length
  }
  if (column < wanted.length) pieces.push({written: wanted.slice(column).join('')})
  return pieces
}

/** Tokens from `row` of the old ones that come back from `column` of the wanted ones. */
interface Run {
  readonly row: number
  readonly column: number
  readonly length: number
}

/** The longest common sequence of both, as runs. */
function commonRuns(old: readonly string[], wanted: readonly string[]): readonly Run[] {
  if (old.length === 0 || old.length * wanted.length > mostComparisons) return []
  const width = wanted.length + 1
  // How long the common sequence is of what follows each pair of places.
  const lengths = new Uint16Array((old.length + 1) * width)
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = wanted.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        old[row] === wanted[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const runs: Run[] = []
  let [row, column] = [0, 0]
  while (row < old.length && column < wanted.length) {
    let length = 0
    while (row + length < old.length && old[row + length] === wanted[column + length]) length++
    if (length > 0) {
      runs.push({row, column, length})
      row += length
      column += length
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1
    else column += 1
  }
  return runs
}

function isAscii(text: string): boolean {
  return bytes(text) === text.length
}

function bytes(text: string): number {
  return Buffer.byteLength(text)
}
