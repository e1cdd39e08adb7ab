import {Card, Stack, Text} from '@sanity/ui'
import {type ReactNode} from 'react'

/** Something that somebody, or the server, has said about a page. */
export function Note({
  title,
  text,
  tone,
  children,
}: {
  readonly title: string
  readonly text?: string
  readonly tone: 'primary' | 'caution' | 'critical' | 'transparent'
  readonly children?: ReactNode
}) {
  return (
    <Card padding={3} radius={2} tone={tone} border>
      <Stack gap={3}>
        <Text size={1} weight="medium">
          {title}
        </Text>
        {text !== undefined && text !== '' && (
          <Text size={1} style={{whiteSpace: 'pre-wrap', overflowWrap: 'anywhere'}}>
            {text}
          </Text>
        )}
        {children}
      </Stack>
    </Card>
  )
}
