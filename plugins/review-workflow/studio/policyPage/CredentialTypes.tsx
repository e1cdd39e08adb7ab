import {Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {Disclosure} from '../Disclosure.tsx'
import {type PolicyRead} from '../reads.ts'
import {DataTable} from '../tool/DataTable.tsx'
import {PageSection} from '../tool/PageSection.tsx'
import {namespace} from '../words.ts'
import {useCredentialTypeWords} from './useCredentialTypeWords.ts'

export function CredentialTypes({read: {credentialTypes, families}}: {readonly read: PolicyRead}) {
  const {t} = useTranslation(namespace)
  const words = useCredentialTypeWords(families)
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
          {header: t('policyPage.credentialTypes.places'), minWidth: '10rem'},
          {header: t('policyPage.credentialTypes.proves'), minWidth: '13rem'},
        ]}
        rows={credentialTypes.map((type) => ({
          key: type.code,
          cells: [
            type.name.includes(type.abbreviation)
              ? type.name
              : `${type.name} (${type.abbreviation})`,
            type.issuer,
            <Places key="places" places={words.places(type)} />,
            words.proves(type),
          ],
        }))}
      />
    </PageSection>
  )
}

/** As many as fit in a cell; a long list is folded away. */
function Places({places}: {readonly places: readonly string[]}) {
  const {t} = useTranslation(namespace)
  const list = <Text size={1}>{places.join(', ')}</Text>
  return places.length > 6 ? (
    <Disclosure summary={t('policyPage.places.many', {count: places.length})}>{list}</Disclosure>
  ) : (
    list
  )
}
