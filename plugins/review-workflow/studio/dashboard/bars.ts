import {axisEnd, scale, ticks} from './scale.ts'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface BarLayout {
  readonly height: number
  /** Where the bars begin, and end at most. */
  readonly plot: {readonly left: number; readonly right: number; readonly bottom: number}
  readonly axis: readonly {readonly value: number; readonly x: number}[]
  readonly rows: readonly {
    readonly label: {readonly x: number; readonly y: number}
    /** As many as the row has values; `null` where there is none to show. */
    readonly bars: readonly (Rectangle | null)[]
  }[]
}

const bar = {height: 14, gap: 4}
const row = {gap: 18, label: 20}
const axisHeight = 24
/** Room for the number behind the longest bar. */
const numberWidth = 44
/** Narrower than this, labels stand above their bars; so do they where one of them is too long. */
const narrow = 480

/** Bars from left to right, one group a row. */
export function barLayout(
  values: readonly (readonly (number | null)[])[],
  width: number,
  labelWidth: number,
): BarLayout {
  const beside = Math.min(180, Math.round(width * 0.32))
  const above = width < narrow || labelWidth > beside
  const left = above ? 0 : beside
  const right = Math.max(left + 1, width - numberWidth)
  const axis = ticks(Math.max(0, ...values.flat().map((value) => value ?? 0)), above ? 3 : 5)
  const along = scale(axisEnd(axis), right - left)
  const rows: BarLayout['rows'][number][] = []
  let y = 4
  for (const group of values) {
    const top = above ? y + row.label : y
    const height = group.length * (bar.height + bar.gap) - bar.gap
    rows.push({
      label: {x: 0, y: above ? y + 12 : y + height / 2 + 4},
      bars: group.map((value, index) =>
        value === null
          ? null
          : {
              x: left,
              y: top + index * (bar.height + bar.gap),
              width: along(value),
              height: bar.height,
            },
      ),
    })
    y = top + height + row.gap
  }
  const bottom = y - row.gap + 8
  return {
    height: bottom + axisHeight,
    plot: {left, right, bottom},
    axis: axis.map((value) => ({value, x: left + along(value)})),
    rows,
  }
}
