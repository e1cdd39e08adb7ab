import {type Rectangle} from './bars.ts'
import {axisEnd, scale, ticks} from './scale.ts'

export interface ColumnLayout {
  readonly height: number
  readonly left: number
  readonly axis: readonly {readonly value: number; readonly y: number}[]
  readonly columns: readonly {
    readonly center: number
    readonly top: number
    /** Bottom up, one for each part; nothing where a part is 0. */
    readonly parts: readonly (Rectangle | null)[]
  }[]
}

const plotHeight = 160
const top = 20
const labelHeight = 28
const axisWidth = 28
/** Between parts, so that they can be told apart without their colours. */
const seam = 1.5

/** Columns from left to right, each of parts that stand on each other. */
export function columnLayout(values: readonly (readonly number[])[], width: number): ColumnLayout {
  const totals = values.map((parts) => parts.reduce((sum, part) => sum + part, 0))
  const axis = ticks(Math.max(0, ...totals), 4)
  const up = scale(axisEnd(axis), plotHeight)
  const pitch = (width - axisWidth) / Math.max(values.length, 1)
  const columnWidth = Math.min(40, pitch * 0.7)
  const floor = top + plotHeight
  return {
    height: floor + labelHeight,
    left: axisWidth,
    axis: axis.map((value) => ({value, y: floor - up(value)})),
    columns: values.map((parts, index) => {
      const center = axisWidth + pitch * (index + 0.5)
      const x = center - columnWidth / 2
      let below = 0
      return {
        center,
        top: floor - up(totals[index] ?? 0),
        parts: parts.map((part) => {
          const start = up(below)
          below += part
          const height = Math.max(1, up(below) - start - seam)
          return part === 0 ? null : {x, y: floor - start - height, width: columnWidth, height}
        }),
      }
    }),
  }
}
