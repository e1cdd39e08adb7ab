import {Box, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {type DocumentInspectorProps, useTranslation} from 'sanity'
import {DocumentInspectorHeader} from 'sanity/structure'
import {useReview} from '../useReview.ts'
import {namespace} from '../words.ts'
import {ReviewReport} from './ReviewReport.tsx'

export function ReviewInspector({documentId, documentType, onClose}: DocumentInspectorProps) {
  const {t} = useTranslation(namespace)
  const review = useReview(documentId, documentType)
  return (
    <Flex direction="column" height="fill" overflow="hidden">
      <DocumentInspectorHeader
        as="header"
        title={t('inspector.title')}
        closeButtonLabel={t('close')}
        onClose={onClose}
      />
      <Box flex={1} overflow="auto" padding={4}>
        {review.status === 'loading' && (
          <Flex gap={3} align="center" role="status">
            <Spinner muted />
            <Text size={1} muted>
              {t('inspector.loading')}
            </Text>
          </Flex>
        )}
        {review.status === 'failed' && (
          <Stack gap={3} role="alert">
            <Text size={1} weight="medium">
              {t('inspector.failed')}
            </Text>
            <Text size={1} muted>
              {review.message}
            </Text>
          </Stack>
        )}
        {review.status === 'ready' && <ReviewReport read={review.read} />}
      </Box>
    </Flex>
  )
}
