import {Stack, Text} from '@sanity/ui'
import {type ReactNode, useId} from 'react'

export function Section({title, children}: {readonly title: string; readonly children: ReactNode}) {
  const id = useId()
  return (
    <Stack as="section" gap={3} aria-labelledby={id}>
      <Text as="h2" id={id} size={1} weight="semibold">
        {title}
      </Text>
      {children}
    </Stack>
  )
}
