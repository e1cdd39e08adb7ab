import {Flex, Text} from '@sanity/ui'
import {type Fill, Textures} from './fills.tsx'
import {Shape} from './Shape.tsx'

export interface Series {
  readonly label: string
  readonly fill: Fill
}

/** For the eye alone: the table names everything. */
export function Legend({
  series,
  name,
}: {
  readonly series: readonly Series[]
  readonly name: string
}) {
  return (
    <Flex gap={4} wrap="wrap" aria-hidden="true">
      {series.map(({label, fill}) => (
        <Flex key={label} gap={2} align="center">
          <svg width="16" height="12" style={{flex: 'none'}}>
            <Textures name={`${name}-legend`} />
            <Shape
              at={{x: 0, y: 0, width: 16, height: 12}}
              fill={fill}
              name={`${name}-legend`}
              title={label}
            />
          </svg>
          <Text size={1} muted>
            {label}
          </Text>
        </Flex>
      ))}
    </Flex>
  )
}
