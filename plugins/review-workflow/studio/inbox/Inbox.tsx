import {Box, Card, Container, Flex, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {Section} from '../inspector/Section.tsx'
import {namespace} from '../words.ts'
import {groupNames, type InboxRow, soonDays} from './groups.ts'
import {InboxItem} from './InboxItem.tsx'
import {useInbox} from './useInbox.ts'

/** What waits for somebody, for everybody. */
export function Inbox() {
  const {t} = useTranslation(namespace)
  const inbox = useInbox()
  return (
    <Box as="main" height="fill" overflow="auto" padding={[3, 4, 5]}>
      <Container width={2}>
        <Stack gap={5}>
          <Heading as="h1" size={2}>
            {t('inbox.title')}
          </Heading>
          {inbox.status === 'loading' && (
            <Flex gap={3} align="center" role="status">
              <Spinner muted />
              <Text size={1} muted>
                {t('inbox.loading')}
              </Text>
            </Flex>
          )}
          {inbox.status === 'failed' && (
            <Card padding={4} radius={2} tone="critical" border role="alert">
              <Text size={1}>{t('inbox.failed', {message: inbox.message})}</Text>
            </Card>
          )}
          {inbox.status === 'ready' &&
            groupNames.map((group) => (
              <Group key={group} name={group} rows={inbox.groups[group]} />
            ))}
        </Stack>
      </Container>
    </Box>
  )
}

function Group({
  name,
  rows,
}: {
  readonly name: (typeof groupNames)[number]
  readonly rows: readonly InboxRow[]
}) {
  const {t} = useTranslation(namespace)
  return (
    <Section title={`${t(`inbox.${name}.title`)} (${rows.length})`}>
      <Card border radius={2} padding={rows.length === 0 ? 4 : 1}>
        {rows.length === 0 ? (
          <Text size={1} muted>
            {t(`inbox.${name}.empty`, {days: soonDays})}
          </Text>
        ) : (
          <Stack as="ul" gap={1} padding={0} margin={0}>
            {rows.map((row) => (
              <InboxItem key={row._id} row={row} group={name} />
            ))}
          </Stack>
        )}
      </Card>
    </Section>
  )
}
