import {Box, Card, Stack, Text} from '@sanity/ui'
import {type ReactNode} from 'react'
import {useTranslation} from 'sanity'
import {namespace} from '../words.ts'

export type ChangeKind = 'added' | 'removed' | 'moved'

const tone = {added: 'positive', removed: 'critical', moved: 'caution'} as const

/** A part of the page that came, went or stands elsewhere: said in words, and drawn with an edge. */
export function Change({
  kind,
  children,
}: {
  readonly kind: ChangeKind
  readonly children: ReactNode
}) {
  const {t} = useTranslation(namespace)
  return (
    <Card tone={tone[kind]} radius={2} style={edge} padding={3}>
      <Stack gap={3}>
        <Text size={1} weight="semibold" data-aside>
          {t(`reading.change.${kind}`)}
        </Text>
        {kind === 'removed' ? (
          <Box as="del" style={{display: 'block', textDecoration: 'line-through'}}>
            {children}
          </Box>
        ) : (
          children
        )}
      </Stack>
    </Card>
  )
}

const edge = {borderInlineStart: '3px solid var(--card-icon-color)'}
