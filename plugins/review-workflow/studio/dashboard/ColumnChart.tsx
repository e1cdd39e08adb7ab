import {useId} from 'react'
import {columnLayout} from './columns.ts'
import {ink, Textures} from './fills.tsx'
import {type Series} from './Legend.tsx'
import {Shape} from './Shape.tsx'
import {useWidth} from './useWidth.ts'

export interface Column {
  readonly label: string
  /** For where there is no room. */
  readonly shortLabel: string
  /** Bottom up, one for each series. */
  readonly values: readonly number[]
}

/** Narrower than this a column, and its label is the short one. */
const roomForLabel = 44

/** Columns of parts, with their totals on top. The table beside it says the same to who does not see. */
export function ColumnChart({
  columns,
  series,
  number,
}: {
  readonly columns: readonly Column[]
  readonly series: readonly Series[]
  readonly number: (value: number) => string
}) {
  const name = useId()
  const [frame, width] = useWidth()
  const layout = columnLayout(
    columns.map(({values}) => values),
    width,
  )
  const short = (width - layout.left) / Math.max(columns.length, 1) < roomForLabel
  return (
    <div ref={frame} style={{minHeight: layout.height}}>
      {width > 0 && (
        <svg width={width} height={layout.height} aria-hidden="true" style={{display: 'block'}}>
          <Textures name={name} />
          {layout.axis.map(({value, y}) => (
            <g key={value}>
              <line x1={layout.left} x2={width} y1={y} y2={y} stroke={ink.line} />
              <text x={layout.left - 8} y={y + 4} textAnchor="end" fontSize={11} fill={ink.muted}>
                {number(value)}
              </text>
            </g>
          ))}
          {columns.map(({label, shortLabel, values}, index) => {
            const at = layout.columns[index]
            if (at === undefined) return null
            const total = values.reduce((sum, value) => sum + value, 0)
            return (
              <g key={label}>
                {at.parts.map((part, which) => {
                  const of = series[which]
                  return part === null || of === undefined ? null : (
                    <Shape
                      key={of.label}
                      at={part}
                      fill={of.fill}
                      name={name}
                      title={`${label}, ${of.label}: ${number(values[which] ?? 0)}`}
                    />
                  )
                })}
                {total > 0 && (
                  <text
                    x={at.center}
                    y={at.top - 5}
                    textAnchor="middle"
                    fontSize={12}
                    fill={ink.text}
                    stroke={ink.ground}
                    strokeWidth={4}
                    paintOrder="stroke"
                  >
                    {number(total)}
                  </text>
                )}
                <text
                  x={at.center}
                  y={layout.height - 10}
                  textAnchor="middle"
                  fontSize={11}
                  fill={ink.muted}
                >
                  {short ? shortLabel : label}
                </text>
              </g>
            )
          })}
        </svg>
      )}
    </div>
  )
}
