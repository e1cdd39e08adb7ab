import {Box, Container, Heading, Flex, Stack} from '@sanity/ui'
import {type ReactNode} from 'react'

/** One page of the tool: its name, what can be done with it, and its content in one column that scrolls. */
export function Page({
  title,
  actions,
  children,
}: {
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <Box as="main" height="fill" overflow="auto" padding={[3, 4, 5]}>
      <Container width={3}>
        <Stack gap={5} paddingBottom={6}>
          <Flex align="center" justify="space-between" gap={3} wrap="wrap">
            <Heading as="h1" size={[2, 3]}>
              {title}
            </Heading>
            {actions !== undefined && (
              <Flex gap={2} wrap="wrap">
                {actions}
              </Flex>
            )}
          </Flex>
          {children}
        </Stack>
      </Container>
    </Box>
  )
}
