import {useTranslation} from 'sanity'
import {type DashboardRead} from '../reads.ts'
import {Code, DetailList} from '../tool/DetailList.tsx'
import {PageSection} from '../tool/PageSection.tsx'
import {namespace} from '../words.ts'

/** How long the record is, and the hash to compare a copy with. */
export function LedgerCard({ledger: {records, head}}: {readonly ledger: DashboardRead['ledger']}) {
  const {t} = useTranslation(namespace)
  return (
    <PageSection
      title={t('dashboard.ledger')}
      lead={t('dashboard.ledger.summary', {count: records})}
    >
      {head !== null && (
        <DetailList
          rows={[{key: 'head', label: t('dashboard.ledger.head'), value: <Code>{head}</Code>}]}
        />
      )}
    </PageSection>
  )
}
