import {Box, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {type ReactNode} from 'react'
import {useTranslation} from 'sanity'
import {DocumentInspectorHeader} from 'sanity/structure'
import {namespace} from '../words.ts'

/** What every panel beside a document has in common: its title, and that it is being read or could not be. */
export function InspectorFrame({
  words,
  state,
  onClose,
  children,
}: {
  readonly words: 'inspector' | 'shared'
  readonly state:
    {readonly status: 'loading' | 'ready'} | {readonly status: 'failed'; readonly message: string}
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const {t} = useTranslation(namespace)
  return (
    <Flex direction="column" height="fill" overflow="hidden">
      <DocumentInspectorHeader
        as="header"
        title={t(`${words}.title`)}
        closeButtonLabel={t('close')}
        onClose={onClose}
      />
      <Box flex={1} overflow="auto" padding={4}>
        {state.status === 'loading' && (
          <Flex gap={3} align="center" role="status">
            <Spinner muted />
            <Text size={1} muted>
              {t(`${words}.loading`)}
            </Text>
          </Flex>
        )}
        {state.status === 'failed' && (
          <Stack gap={3} role="alert">
            <Text size={1} weight="medium">
              {t(`${words}.failed`)}
            </Text>
            <Text size={1} muted>
              {state.message}
            </Text>
          </Stack>
        )}
        {children}
      </Box>
    </Flex>
  )
}
