import {Card, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {ReviewLink} from '../tool/ReviewLink.tsx'
import {namespace} from '../words.ts'

/** Of an address that nothing was ever kept under. */
export function NoRecord({documentId}: {readonly documentId: string}) {
  const {t} = useTranslation(namespace)
  return (
    <Card border radius={3} padding={4}>
      <Stack gap={4}>
        <Text as="h2" size={2} weight="semibold">
          {t('record.nothing')}
        </Text>
        <Text size={1} muted style={{overflowWrap: 'anywhere'}}>
          {t('record.nothingHint', {id: documentId})}
        </Text>
        <Text size={1}>
          <ReviewLink place="inbox">{t('record.toInbox')}</ReviewLink>
        </Text>
      </Stack>
    </Card>
  )
}
