import {Box, Card, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {useDocumentType, useTranslation} from 'sanity'
import {namespace} from '../words.ts'
import {useReview} from '../useReview.ts'
import {ReadingPage} from './ReadingPage.tsx'
import {useShownWords} from './useShownWords.ts'

/** The page on which a reviewer reviews: the words, what changed, the evidence, the remarks, and the signature. */
export function Reading({
  documentId,
}: {
  /** The published id. */
  readonly documentId: string
}) {
  const {t} = useTranslation(namespace)
  const {documentType, isLoaded} = useDocumentType(documentId)
  if (!isLoaded) return <Waiting />
  if (documentType === undefined)
    return <Failed message={t('reading.notFound', {id: documentId})} />
  return <ReadingOf documentId={documentId} type={documentType} />
}

function ReadingOf({documentId, type}: {readonly documentId: string; readonly type: string}) {
  const {t} = useTranslation(namespace)
  const review = useReview(documentId, type)
  const words = useShownWords(documentId, type)
  if (review.status === 'failed') {
    return <Failed message={t('reading.failed', {message: review.message})} />
  }
  if (review.status === 'loading' || words === 'loading') return <Waiting />
  if (words === null) return <Failed message={t('reading.notFound', {id: documentId})} />
  return (
    <ReadingPage
      read={review.read}
      words={words}
      documentId={documentId}
      fresh={review.fresh}
      refresh={review.refresh}
    />
  )
}

function Waiting() {
  const {t} = useTranslation(namespace)
  return (
    <Box as="main" padding={5}>
      <Flex gap={3} align="center" role="status">
        <Spinner muted />
        <Text size={1} muted>
          {t('reading.loading')}
        </Text>
      </Flex>
    </Box>
  )
}

function Failed({message}: {readonly message: string}) {
  return (
    <Box as="main" padding={[3, 4, 5]}>
      <Card padding={4} radius={3} tone="critical" border role="alert">
        <Stack gap={3}>
          <Text size={1}>{message}</Text>
        </Stack>
      </Card>
    </Box>
  )
}
