import {Box, Card, Container, Flex, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {type ReactNode, useId} from 'react'
import {useTranslation} from 'sanity'
import {type Answer} from './useAnswer.ts'
import {namespace} from './words.ts'

/** A page of the tool in one column that scrolls. */
export function Frame({
  title,
  above,
  actions,
  children,
}: {
  readonly title: string
  readonly above?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <Box as="main" height="fill" overflow="auto" padding={[3, 4, 5]}>
      <Container width={2}>
        <Stack gap={5} paddingBottom={6}>
          {above}
          <Flex align="center" justify="space-between" gap={3} wrap="wrap">
            <Heading as="h1" size={[2, 3]} style={{overflowWrap: 'anywhere'}}>
              {title}
            </Heading>
            {actions}
          </Flex>
          {children}
        </Stack>
      </Container>
    </Box>
  )
}

export function Section({
  title,
  lead,
  actions,
  children,
}: {
  readonly title: string
  readonly lead?: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <Card as="section" border radius={3} padding={[3, 4]} aria-labelledby={id}>
      <Stack gap={5}>
        <Flex align="flex-start" justify="space-between" gap={3} wrap="wrap">
          <Stack gap={3} flex={1} style={{minWidth: '12rem'}}>
            <Text as="h2" id={id} size={2} weight="semibold">
              {title}
            </Text>
            {lead !== undefined && (
              <Text size={1} muted>
                {lead}
              </Text>
            )}
          </Stack>
          {actions}
        </Flex>
        {children}
      </Stack>
    </Card>
  )
}

/** What the server told, or that it has not yet, or why it did not. */
export function Answered<Value>({
  answer,
  children,
}: {
  readonly answer: Answer<Value>
  readonly children: (value: Value) => ReactNode
}) {
  const {t} = useTranslation(namespace)
  switch (answer.status) {
    case 'loading':
      return (
        <Flex gap={3} align="center" role="status">
          <Spinner muted />
          <Text size={1} muted>
            {t('loading')}
          </Text>
        </Flex>
      )
    case 'failed':
      return <Problem title={t('failed')}>{answer.message}</Problem>
    case 'ready':
      return children(answer.value)
  }
}

export function Problem({title, children}: {readonly title?: string; readonly children: string}) {
  return (
    <Card padding={4} radius={3} tone="critical" border role="alert">
      <Stack gap={3}>
        {title !== undefined && (
          <Text size={1} weight="medium">
            {title}
          </Text>
        )}
        <Text size={1} style={{overflowWrap: 'anywhere'}}>
          {children}
        </Text>
      </Stack>
    </Card>
  )
}
