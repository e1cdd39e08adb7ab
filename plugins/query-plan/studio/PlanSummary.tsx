import {Box, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {summaryOf} from './summary.ts'
import {type PlanState} from './usePlan.ts'
import {namespace} from './words.ts'

/** The plan in a sentence, read out when it comes. */
export function PlanSummary({state}: {readonly state: PlanState}) {
  const {t} = useTranslation(namespace)
  return (
    <Box flex={1} role="status" style={{minWidth: '16rem'}}>
      <Text size={1} weight="medium" style={{overflowWrap: 'anywhere'}}>
        {said(state)}
      </Text>
    </Box>
  )

  function said(shown: PlanState): string {
    if (shown.status === 'ready') {
      const {key, values} = summaryOf(shown.plan).said
      return t(key, values)
    }
    return shown.status === 'failed' ? `${t('failed')}: ${shown.message}` : t('loading')
  }
}
