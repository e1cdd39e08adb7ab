import {Card, Flex, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {LookupTable} from './LookupTable.tsx'
import {type Plan} from './plan.ts'
import {summaryOf} from './summary.ts'
import {namespace} from './words.ts'

/** What would make a query quicker, every place where it looks documents up, and what it comes to. */
export function PlanDetails({plan}: {readonly plan: Plan}) {
  const {t} = useTranslation(namespace)
  const {advice} = summaryOf(plan)
  const {lookups, ms, followed, read, evaluatedBy} = plan
  const totals: readonly (readonly [string, string])[] = [
    ['total.ms', t('total.ms.value', {ms})],
    ['total.followed', `${followed}`],
    ...(read === null ? [] : [['total.read', `${read}`] as const]),
    ['total.evaluatedBy', t(`by.${evaluatedBy}`)],
  ]
  return (
    <Stack gap={4}>
      {advice !== null && (
        <Card tone="caution" border radius={2} padding={3}>
          <Text size={1} style={{overflowWrap: 'anywhere'}}>
            {t(advice.key, advice.values)}
          </Text>
        </Card>
      )}
      {lookups.length > 0 && <LookupTable lookups={lookups} />}
      <Flex as="dl" gap={4} margin={0} wrap="wrap">
        {totals.map(([key, value]) => (
          <Flex key={key} gap={2}>
            <Text as="dt" size={1} muted>
              {t(key)}
            </Text>
            <Text as="dd" size={1} style={{margin: 0}}>
              {value}
            </Text>
          </Flex>
        ))}
      </Flex>
    </Stack>
  )
}
