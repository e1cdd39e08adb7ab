import {DownloadIcon} from '@sanity/icons/Download'
import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {Button, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type RecordRead} from '../reads.ts'
import {Answer} from '../tool/Answer.tsx'
import {Page} from '../tool/Page.tsx'
import {useRead} from '../tool/useRead.ts'
import {namespace} from '../words.ts'
import {downloadJson} from './downloadJson.ts'
import {NoRecord} from './NoRecord.tsx'
import {print} from './printing.ts'
import {Printout} from './Printout.tsx'
import {RecordSheet} from './RecordSheet.tsx'

/** Everything on record about one document, to read, to print and to take along. */
export function RecordPage({documentId}: {readonly documentId: string}) {
  const {t} = useTranslation(namespace)
  const record = useRead('record', documentId)
  return (
    <Page
      title={t('record.title')}
      actions={
        record.status === 'ready' &&
        isThere(record.read) && (
          <>
            <Button
              type="button"
              mode="ghost"
              icon={DocumentTextIcon}
              text={t('record.print')}
              onClick={print}
            />
            <Button
              type="button"
              mode="ghost"
              icon={DownloadIcon}
              text={t('record.download')}
              onClick={() => downloadJson(`review-record-${documentId}.json`, record.read)}
            />
          </>
        )
      }
    >
      <Answer of={record}>
        {(read) =>
          !isThere(read) ? (
            <NoRecord documentId={documentId} />
          ) : (
            <>
              <RecordSheet read={read} />
              <Printout>
                <Stack gap={4}>
                  <Text size={2}>{t('record.title')}</Text>
                  <RecordSheet read={read} />
                </Stack>
              </Printout>
            </>
          )
        }
      </Answer>
    </Page>
  )
}

/** A document that is gone has left its record; what has neither never was. */
function isThere({type, events}: RecordRead): boolean {
  return type !== '' || events.length > 0
}
