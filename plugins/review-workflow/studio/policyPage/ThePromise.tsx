import {Flex, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type PolicyRead} from '../reads.ts'
import {PageSection} from '../tool/PageSection.tsx'
import {namespace} from '../words.ts'

const sentences = ['words', 'who', 'ends', 'news', 'record'] as const

export function ThePromise({read: {version, policy}}: {readonly read: PolicyRead}) {
  const {t} = useTranslation(namespace)
  return (
    <PageSection
      title={t('policyPage.promise')}
      lead={t('policyPage.version', {version, count: policy.revision})}
    >
      <Stack as="ul" gap={4} padding={0} margin={0}>
        {sentences.map((sentence) => (
          <Flex as="li" key={sentence} gap={3}>
            <Text aria-hidden size={2}>
              •
            </Text>
            <Text size={2}>{t(`policyPage.promise.${sentence}`)}</Text>
          </Flex>
        ))}
      </Stack>
    </PageSection>
  )
}
