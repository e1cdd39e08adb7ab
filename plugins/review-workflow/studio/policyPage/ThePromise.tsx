import {useTranslation} from 'sanity'
import {Bullets} from '../Bullets.tsx'
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
      <Bullets size={2} items={sentences.map((each) => t(`policyPage.promise.${each}`))} />
    </PageSection>
  )
}
