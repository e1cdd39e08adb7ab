/** Told apart by their texture: hue alone would leave out who cannot see it, and every printout. */
export const fills = ['solid', 'striped', 'dotted', 'hollow'] as const

export type Fill = (typeof fills)[number]

export const ink = {
  bar: 'var(--card-badge-primary-dot-color)',
  ground: 'var(--card-bg-color)',
  text: 'var(--card-fg-color)',
  muted: 'var(--card-muted-fg-color)',
  line: 'var(--card-border-color)',
} as const

/** What `fill` of a shape has to say, within an element that holds `<Textures>` of the same name. */
export function fillOf(fill: Fill, name: string): string {
  if (fill === 'solid') return ink.bar
  return fill === 'hollow' ? ink.ground : `url(#${name}-${fill})`
}

export function Textures({name}: {readonly name: string}) {
  const square = {patternUnits: 'userSpaceOnUse', width: 6, height: 6} as const
  return (
    <defs>
      <pattern id={`${name}-striped`} {...square} patternTransform="rotate(45)">
        <rect width="6" height="6" fill={ink.ground} />
        <rect width="3" height="6" fill={ink.bar} />
      </pattern>
      <pattern id={`${name}-dotted`} {...square}>
        <rect width="6" height="6" fill={ink.ground} />
        <circle cx="3" cy="3" r="1.4" fill={ink.bar} />
      </pattern>
    </defs>
  )
}
