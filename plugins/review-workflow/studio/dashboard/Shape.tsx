import {type Rectangle} from './bars.ts'
import {type Fill, fillOf, ink} from './fills.tsx'

/** A part of a chart. Its outline keeps every texture legible. */
export function Shape({
  at: {x, y, width, height},
  fill,
  name,
  title,
}: {
  readonly at: Rectangle
  readonly fill: Fill
  readonly name: string
  readonly title: string
}) {
  return (
    <rect
      x={x + 0.5}
      y={y + 0.5}
      width={Math.max(width - 1, 1)}
      height={Math.max(height - 1, 1)}
      rx={2}
      fill={fillOf(fill, name)}
      stroke={ink.bar}
    >
      <title>{title}</title>
    </rect>
  )
}
