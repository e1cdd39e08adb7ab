import {Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import {
  type DocumentActionModalDialogProps,
  useDocumentOperationEvent,
  useTranslation,
} from 'sanity'
import {ReasonList} from '../ReasonList.tsx'
import {refusal} from '../runCommand.ts'
import {namespace} from '../words.ts'

/** Why the server refused to publish, in the open: Sanity's own toast keeps it one click away. */
export function useRefusalDialog(
  documentId: string,
  type: string,
): (DocumentActionModalDialogProps & {readonly type: 'dialog'}) | null {
  const {t} = useTranslation(namespace)
  const event = useDocumentOperationEvent(documentId, type)
  const [read, setRead] = useState<unknown>(null)
  if (event?.type !== 'error' || event.op !== 'publish' || event.error === read) return null
  return {
    type: 'dialog',
    header: t('publish.refused'),
    onClose: () => setRead(event.error),
    content: (
      <Stack gap={4}>
        <ReasonList reasons={refusal(event.error)} tone="critical" alert />
        <Text size={1} muted>
          {t('publish.refusedHint')}
        </Text>
      </Stack>
    ),
  }
}
