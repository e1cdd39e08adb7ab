import {Card, Stack, Text} from '@sanity/ui'
import {type ReactNode, useId} from 'react'

/** A part of a page, with what it is about in a sentence. */
export function PageSection({
  title,
  lead,
  children,
}: {
  readonly title: string
  readonly lead?: string
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <Card as="section" border radius={3} padding={[3, 4]} aria-labelledby={id}>
      <Stack gap={4}>
        <Stack gap={3}>
          <Text as="h2" id={id} size={2} weight="semibold">
            {title}
          </Text>
          {lead !== undefined && (
            <Text size={1} muted>
              {lead}
            </Text>
          )}
        </Stack>
        {children}
      </Stack>
    </Card>
  )
}
