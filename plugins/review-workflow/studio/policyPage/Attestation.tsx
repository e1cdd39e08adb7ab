import {Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type PolicyRead} from '../reads.ts'
import {Code, DetailList} from '../tool/DetailList.tsx'
import {PageSection} from '../tool/PageSection.tsx'
import {namespace} from '../words.ts'

export function Attestation({read: {attestation, version, hash}}: {readonly read: PolicyRead}) {
  const {t} = useTranslation(namespace)
  return (
    <PageSection title={t('policyPage.attestation')} lead={t('policyPage.attestation.lead')}>
      <Text as="blockquote" size={2} style={{margin: 0}}>
        “{attestation.text}”
      </Text>
      <DetailList
        rows={(
          [
            ['attestation.id', attestation.id],
            ['rules', version],
            ['hash', hash],
          ] as const
        ).map(([name, value]) => ({
          key: name,
          label: t(`policyPage.${name}`),
          value: <Code>{value}</Code>,
        }))}
      />
    </PageSection>
  )
}
