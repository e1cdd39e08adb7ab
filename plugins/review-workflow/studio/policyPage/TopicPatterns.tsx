import {Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {Disclosure} from '../Disclosure.tsx'
import {type PolicyRead} from '../reads.ts'
import {Code, DetailList} from '../tool/DetailList.tsx'
import {namespace} from '../words.ts'

/** To the letter, for who wants to know why a page has a topic. */
export function TopicPatterns({topics}: {readonly topics: PolicyRead['topics']}) {
  const {t} = useTranslation(namespace)
  return (
    <Disclosure summary={t('policyPage.patterns')}>
      <Stack gap={4}>
        <Text size={1}>{t('policyPage.patterns.lead')}</Text>
        <DetailList
          rows={topics.flatMap(({topic, title, words}) =>
            words.map((pattern) => ({
              key: `${topic} ${pattern}`,
              label: title,
              value: <Code>{pattern}</Code>,
            })),
          )}
        />
      </Stack>
    </Disclosure>
  )
}
