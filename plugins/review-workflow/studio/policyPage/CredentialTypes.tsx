import {useTranslation} from 'sanity'
import {type PolicyRead} from '../reads.ts'
import {DataTable} from '../tool/DataTable.tsx'
import {PageSection} from '../tool/PageSection.tsx'
import {namespace} from '../words.ts'

export function CredentialTypes({read: {credentialTypes}}: {readonly read: PolicyRead}) {
  const {t} = useTranslation(namespace)
  return (
    <PageSection
      title={t('policyPage.credentialTypes')}
      lead={t('policyPage.credentialTypes.lead')}
    >
      <DataTable
        caption={t('policyPage.credentialTypes')}
        columns={[
          {header: t('policyPage.credentialTypes.name'), minWidth: '13rem'},
          {header: t('policyPage.credentialTypes.issuer'), minWidth: '8rem'},
          {header: t('policyPage.credentialTypes.places'), minWidth: '8rem'},
          {header: t('policyPage.credentialTypes.proves'), minWidth: '13rem'},
        ]}
        rows={credentialTypes.map(({code, name, abbreviation, issuer, places, proves}) => ({
          key: code,
          cells: [
            name.includes(abbreviation) ? name : `${name} (${abbreviation})`,
            issuer,
            places,
            proves,
          ],
        }))}
      />
    </PageSection>
  )
}
