import {Box, Flex, Stack, Text} from '@sanity/ui'
import {type ReactNode} from 'react'

export interface DetailRow {
  readonly key: string
  readonly label: string
  readonly value: ReactNode
}

/** Names and what they stand for: side by side where there is room, else one above the other. */
export function DetailList({rows}: {readonly rows: readonly DetailRow[]}) {
  return (
    <Stack as="dl" gap={4} margin={0}>
      {rows.map(({key, label, value}) => (
        <Flex key={key} wrap="wrap" gap={2}>
          <Box as="dt" style={{flex: '0 1 15rem'}}>
            <Text size={1} muted>
              {label}
            </Text>
          </Box>
          <Box as="dd" margin={0} style={{flex: '1 1 18rem', minWidth: 0}}>
            {typeof value === 'string' ? (
              <Text size={1} style={{overflowWrap: 'anywhere'}}>
                {value}
              </Text>
            ) : (
              value
            )}
          </Box>
        </Flex>
      ))}
    </Stack>
  )
}

/** A fingerprint or another name that is copied rather than read. */
export function Code({children}: {readonly children: string}) {
  return (
    <Text size={1} style={{overflowWrap: 'anywhere'}}>
      <code>{children}</code>
    </Text>
  )
}
