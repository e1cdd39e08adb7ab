import {expect, test} from 'vitest'
import {barLayout} from '../../plugins/review-workflow/studio/dashboard/bars.ts'
import {columnLayout} from '../../plugins/review-workflow/studio/dashboard/columns.ts'
import {scale, ticks} from '../../plugins/review-workflow/studio/dashboard/scale.ts'

test.each<[number, number, readonly number[]]>([
  [0, 4, [0, 1]],
  [Number.NaN, 4, [0, 1]],
  [0.4, 4, [0, 1]],
  [3, 4, [0, 1, 2, 3]],
  [12, 5, [0, 5, 10, 15]],
  [21, 3, [0, 10, 20, 30]],
  [400, 4, [0, 100, 200, 300, 400]],
])('an axis up to %d in at most %d steps reads %j', (most, steps, expected) => {
  expect(ticks(most, steps)).toEqual(expected)
})

test('a scale runs from nothing to the most, and no further', () => {
  const along = scale(10, 200)
  expect([-1, 0, 5, 10, 11].map(along)).toEqual([0, 0, 100, 200, 200])
  expect(scale(0, 200)(3)).toBe(0)
})

test('bars are as long as their values, and never leave the picture', () => {
  const {rows, axis, height, plot} = barLayout(
    [
      [10, 5],
      [null, 0],
    ],
    800,
    100,
  )
  const [first, second] = rows
  const longest = first?.bars[0]
  expect(longest?.width).toBe(plot.right - plot.left)
  expect(first?.bars[1]?.width).toBe((longest?.width ?? 0) / 2)
  expect(second?.bars).toEqual([null, {x: 180, y: 72, width: 0, height: 14}])
  expect(axis.at(-1)).toEqual({value: 10, x: plot.right})
  expect(plot.right).toBeLessThan(800)
  expect(height).toBeGreaterThan(72 + 14)
})

test.each<[string, number, number, number]>([
  ['beside the bars where there is room', 800, 100, 180],
  ['above them on a phone', 360, 100, 0],
  ['above them where one is too long', 800, 400, 0],
])('labels stand %s', (_, width, labelWidth, left) => {
  expect(barLayout([[1]], width, labelWidth).plot.left).toBe(left)
})

test('the parts of a column stand on each other', () => {
  const {columns, axis} = columnLayout(
    [
      [1, 2, 1],
      [0, 0, 0],
    ],
    600,
  )
  const parts = columns[0]?.parts ?? []
  const floor = axis[0]?.y
  expect(parts.map((part) => (part === null ? null : part.y + part.height))).toEqual([
    floor,
    ...parts.slice(0, 2).map((part) => (part?.y ?? 0) - 1.5),
  ])
  expect(columns[0]?.top).toBe(axis.at(-1)?.y)
  expect(columns[1]?.parts).toEqual([null, null, null])
})
