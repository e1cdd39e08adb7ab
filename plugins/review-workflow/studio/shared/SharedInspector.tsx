import {Box, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {type DocumentInspectorProps, useTranslation} from 'sanity'
import {DocumentInspectorHeader} from 'sanity/structure'
import {namespace} from '../words.ts'
import {SharedReport} from './SharedReport.tsx'
import {useRendering} from './useRendering.ts'

export function SharedInspector({documentId, documentType, onClose}: DocumentInspectorProps) {
  const {t} = useTranslation(namespace)
  const rendering = useRendering(documentId, documentType)
  return (
    <Flex direction="column" height="fill" overflow="hidden">
      <DocumentInspectorHeader
        as="header"
        title={t('shared.title')}
        closeButtonLabel={t('close')}
        onClose={onClose}
      />
      <Box flex={1} overflow="auto" padding={4}>
        {rendering.status === 'loading' && (
          <Flex gap={3} align="center" role="status">
            <Spinner muted />
            <Text size={1} muted>
              {t('shared.loading')}
            </Text>
          </Flex>
        )}
        {rendering.status === 'failed' && (
          <Stack gap={3} role="alert">
            <Text size={1} weight="medium">
              {t('shared.failed')}
            </Text>
            <Text size={1} muted>
              {rendering.message}
            </Text>
          </Stack>
        )}
        {rendering.status === 'ready' && (
          <SharedReport read={rendering.read} states={rendering.states} type={documentType} />
        )}
      </Box>
    </Flex>
  )
}
