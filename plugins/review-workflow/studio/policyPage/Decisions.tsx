import {Badge, Flex, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {policySubject} from '../../policy/index.ts'
import {type PolicyDecision, type PolicyRead} from '../reads.ts'
import {PageSection} from '../tool/PageSection.tsx'
import {RecordLink} from '../tool/ReviewLink.tsx'
import {useMoment} from '../tool/useMoment.ts'
import {namespace} from '../words.ts'

const tone = {
  policyProposed: 'primary',
  policyAdopted: 'positive',
  policyDeclined: 'caution',
} as const

export function Decisions({read: {decisions}}: {readonly read: PolicyRead}) {
  const {t} = useTranslation(namespace)
  return (
    <PageSection title={t('policyPage.decisions')} lead={t('policyPage.decisions.lead')}>
      {decisions.length === 0 ? (
        <Text size={1} muted>
          {t('policyPage.decisions.empty')}
        </Text>
      ) : (
        <>
          <Stack as="ol" gap={4} padding={0} margin={0}>
            {decisions
              .toSorted((one, other) => other.seq - one.seq)
              .map((decision) => (
                <Decision key={decision.seq} decision={decision} />
              ))}
          </Stack>
          <Text size={1}>
            <RecordLink documentId={policySubject}>{t('policyPage.record')}</RecordLink>
          </Text>
        </>
      )}
    </PageSection>
  )
}

function Decision({decision}: {readonly decision: PolicyDecision}) {
  const {t} = useTranslation(namespace)
  const moment = useMoment()
  const {kind, name, at, reason, revision} = decision
  return (
    <Stack as="li" gap={3}>
      <Flex gap={3} align="center" wrap="wrap">
        <Badge tone={tone[kind]}>{t(`policyPage.decision.${kind}`)}</Badge>
        <Text size={1} weight="medium">
          {name}
        </Text>
        <Text size={1} muted>
          <time dateTime={at}>{moment(at)}</time>
        </Text>
        {revision !== null && (
          <Text size={1} muted>
            {t('policyPage.revision', {revision})}
          </Text>
        )}
      </Flex>
      {reason !== '' && (
        <Text size={1} style={{whiteSpace: 'pre-wrap'}}>
          {reason}
        </Text>
      )}
    </Stack>
  )
}
