import {useTranslation} from 'sanity'
import {type PolicyRead} from '../reads.ts'
import {DataTable} from '../tool/DataTable.tsx'
import {DetailList} from '../tool/DetailList.tsx'
import {PageSection} from '../tool/PageSection.tsx'
import {riskClasses} from '../tool/riskClasses.ts'
import {namespace} from '../words.ts'
import {fieldsByRisk, singleFields} from './policyDifference.ts'
import {usePolicyWords} from './usePolicyWords.ts'

/** What each class asks for, and what holds for all of them. */
export function RiskClasses({read: {policy}}: {readonly read: PolicyRead}) {
  const {t} = useTranslation(namespace)
  const words = usePolicyWords()
  return (
    <PageSection title={t('policyPage.risk')} lead={t('policyPage.risk.lead')}>
      <DetailList
        rows={riskClasses.map((riskClass) => ({
          key: riskClass,
          label: t(`risk.${riskClass}.name`),
          value: `${t(`risk.${riskClass}.title`)}. ${t(`risk.${riskClass}.meaning`)}`,
        }))}
      />
      <DataTable
        caption={t('policyPage.risk')}
        columns={[
          {header: t('policyPage.class'), minWidth: '7rem'},
          ...fieldsByRisk.map((field) => ({
            header: t(`policyPage.${field}`),
            minWidth: '7rem',
          })),
        ]}
        rows={riskClasses.map((riskClass) => ({
          key: riskClass,
          cells: [
            t(`risk.${riskClass}.name`),
            ...fieldsByRisk.map((field) =>
              words.value({field, trigger: null, riskClass}, policy[field][riskClass]),
            ),
          ],
        }))}
      />
      <DetailList
        rows={singleFields.map((field) => ({
          key: field,
          label: t(`policyPage.${field}`),
          value: words.value({field, trigger: null, riskClass: null}, policy[field]),
        }))}
      />
    </PageSection>
  )
}
