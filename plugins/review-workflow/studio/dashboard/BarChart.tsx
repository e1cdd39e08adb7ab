import {useId} from 'react'
import {barLayout} from './bars.ts'
import {ink, Textures} from './fills.tsx'
import {type Series} from './Legend.tsx'
import {Shape} from './Shape.tsx'
import {useWidth} from './useWidth.ts'

export interface BarRow {
  readonly label: string
  /** One for each series; `null` where there is nothing to measure. */
  readonly values: readonly (number | null)[]
}

/** About as wide as a letter is, so that labels are given room before they are drawn. */
const letterWidth = 7

/** Bars from left to right, with their numbers. The table beside it says the same to who does not see. */
export function BarChart({
  rows,
  series,
  number,
}: {
  readonly rows: readonly BarRow[]
  readonly series: readonly Series[]
  readonly number: (value: number) => string
}) {
  const name = useId()
  const [frame, width] = useWidth()
  const layout = barLayout(
    rows.map(({values}) => values),
    width,
    Math.max(0, ...rows.map(({label}) => label.length * letterWidth)),
  )
  return (
    <div ref={frame} style={{minHeight: layout.height}}>
      {width > 0 && (
        <svg width={width} height={layout.height} aria-hidden="true" style={{display: 'block'}}>
          <Textures name={name} />
          {layout.axis.map(({value, x}) => (
            <g key={value}>
              <line x1={x} x2={x} y1={0} y2={layout.plot.bottom} stroke={ink.line} />
              <text
                x={x}
                y={layout.plot.bottom + 16}
                textAnchor={x === 0 ? 'start' : 'middle'}
                fontSize={11}
                fill={ink.muted}
              >
                {number(value)}
              </text>
            </g>
          ))}
          {layout.rows.map(({label, bars}, row) => (
            <g key={rows[row]?.label}>
              <text x={label.x} y={label.y} fontSize={13} fill={ink.text}>
                {rows[row]?.label}
              </text>
              {bars.map((bar, index) => {
                const value = rows[row]?.values[index]
                const of = series[index]
                if (bar === null || of === undefined || typeof value !== 'number') return null
                return (
                  <g key={of.label}>
                    {value > 0 && (
                      <Shape
                        at={bar}
                        fill={of.fill}
                        name={name}
                        title={`${of.label}: ${number(value)}`}
                      />
                    )}
                    <text
                      x={bar.x + bar.width + 6}
                      y={bar.y + bar.height - 3}
                      fontSize={12}
                      fill={ink.text}
                      stroke={ink.ground}
                      strokeWidth={4}
                      paintOrder="stroke"
                    >
                      {number(value)}
                    </text>
                  </g>
                )
              })}
            </g>
          ))}
        </svg>
      )}
    </div>
  )
}
