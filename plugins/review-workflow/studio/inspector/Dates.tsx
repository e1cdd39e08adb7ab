import {Flex, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type Facts, reviewDates} from '../../policy/index.ts'
import {useDay} from '../useDay.ts'
import {namespace} from '../words.ts'
import {Section} from './Section.tsx'

export function Dates({facts}: {readonly facts: Facts}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  const dates = reviewDates(facts)
  const rows = [
    ['submitted', facts.request?.at],
    ['lastReviewed', dates?.lastReviewed],
    ['nextReviewDue', dates?.nextReviewDue],
  ] as const
  if (rows.every(([, date]) => date === undefined)) return null
  return (
    <Section title={t('inspector.dates')}>
      <Stack as="dl" gap={3} margin={0}>
        {rows.map(
          ([name, date]) =>
            date !== undefined && (
              <Flex key={name} gap={3} justify="space-between">
                <Text as="dt" size={1} muted>
                  {t(`inspector.${name}`)}
                </Text>
                <Text as="dd" size={1} style={{margin: 0}}>
                  <time dateTime={date}>{day(date)}</time>
                </Text>
              </Flex>
            ),
        )}
      </Stack>
    </Section>
  )
}
