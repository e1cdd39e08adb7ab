import {Text} from '@sanity/ui'
import {useListFormat, useTranslation} from 'sanity'
import {type Family} from '../../policy/index.ts'
import {type PolicyRead} from '../reads.ts'
import {DataTable} from '../tool/DataTable.tsx'
import {PageSection} from '../tool/PageSection.tsx'
import {namespace} from '../words.ts'
import {plainWords} from './plainWords.ts'
import {TopicPatterns} from './TopicPatterns.tsx'

/** What a page can be about, who must sign it then, and which words show that it is. */
export function Topics({read: {topics, families, floors}}: {readonly read: PolicyRead}) {
  const {t} = useTranslation(namespace)
  const or = useListFormat({type: 'disjunction'})
  const title = (family: Family) => families.find((each) => each.family === family)?.title ?? family
  const topicTitle = (topic: string) => topics.find((each) => each.topic === topic)?.title ?? topic
  return (
    <PageSection title={t('policyPage.topics')} lead={t('policyPage.topics.lead')}>
      <DataTable
        caption={t('policyPage.topics')}
        columns={[
          {header: t('policyPage.topic'), minWidth: '9rem'},
          {header: t('policyPage.class'), minWidth: '8.5rem'},
          {header: t('policyPage.signs'), minWidth: '16rem'},
          {header: t('policyPage.words'), minWidth: '14rem'},
        ]}
        rows={topics.map(({topic, title: name, riskClass, groups, words}) => ({
          key: topic,
          cells: [
            capital(name),
            t(`risk.${riskClass}.name`),
            groups
              .map((group) => or.format(group.map(title)))
              .map((group, index) => (index === 0 ? capital(group) : t('policyPage.and', {group})))
              .join(' '),
            <Text key="words" size={1} muted>
              {bringing(words)}
            </Text>,
          ],
        }))}
      />
      <Text size={1} muted>
        {Object.entries(floors)
          .map(([type, topic]) =>
            t('policyPage.floor', {
              type: t(`policyPage.type.${type}`, {defaultValue: type}),
              topic: topicTitle(topic),
            }),
          )
          .join(' ')}
      </Text>
      <TopicPatterns topics={topics} />
    </PageSection>
  )

  function bringing(patterns: readonly string[]): string {
    if (patterns.length === 0) return t('policyPage.words.none')
    const plain = patterns.map(plainWords)
    const words = plain.flatMap((each) => each ?? []).join(', ')
    return plain.includes(null) ? t('policyPage.words.andMore', {words}) : words
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
