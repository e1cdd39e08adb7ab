import {Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type WorksRead} from '../reads.ts'
import {Answer} from '../tool/Answer.tsx'
import {Page} from '../tool/Page.tsx'
import {RefreshButton} from '../tool/RefreshButton.tsx'
import {ReadLink, ReviewLink} from '../tool/ReviewLink.tsx'
import {useRead} from '../tool/useRead.ts'
import {namespace} from '../words.ts'
import {LookUp} from './LookUp.tsx'

/** Cited works to look up for retraction: those of one page, or all that wait for it. */
export function Works({pageId}: {readonly pageId?: string}) {
  const {t} = useTranslation(namespace)
  const state = useRead('works', pageId ?? 'all')
  return (
    <Page
      title={t('works.title')}
      actions={<RefreshButton refresh={state.refresh} busy={state.busy} />}
    >
      <Answer of={state}>
        {(read) => (
          <Stack gap={5}>
            <Lead read={read} ofOne={pageId !== undefined} />
            {read.works.length === 0 ? (
              <Text size={1} muted>
                {t(pageId === undefined ? 'works.empty' : 'works.emptyOfPage')}
              </Text>
            ) : (
              <LookUp works={read.works} onRecorded={state.refresh} />
            )}
          </Stack>
        )}
      </Answer>
    </Page>
  )
}

function Lead({read: {page}, ofOne}: {readonly read: WorksRead; readonly ofOne: boolean}) {
  const {t} = useTranslation(namespace)
  return (
    <Stack gap={4}>
      {page !== null && (
        <Text size={2} weight="medium" style={{overflowWrap: 'anywhere'}}>
          {t('works.of')} <ReadLink documentId={page.id}>{page.title}</ReadLink>
        </Text>
      )}
      {ofOne && (
        <Text size={1}>
          <ReviewLink place="works">{t('works.toAll')}</ReviewLink>
        </Text>
      )}
    </Stack>
  )
}
