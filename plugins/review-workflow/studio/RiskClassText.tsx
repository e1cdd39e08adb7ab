import {Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type RiskClass} from '../policy/index.ts'
import {namespace} from './words.ts'

/** A risk class for who meets it for the first time: how high, what it is about, what a wrong sentence could do. */
export function RiskClassText({riskClass}: {readonly riskClass: RiskClass}) {
  const {t} = useTranslation(namespace)
  return (
    <Stack gap={3}>
      <Text size={1}>
        {t(`risk.${riskClass}.name`)} · {t(`risk.${riskClass}.title`)}
      </Text>
      <Text size={1} muted>
        {t(`risk.${riskClass}.meaning`)}
      </Text>
    </Stack>
  )
}
