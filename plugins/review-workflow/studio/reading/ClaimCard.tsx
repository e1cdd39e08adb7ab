import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {Badge, Box, Card, Flex, Stack, Text} from '@sanity/ui'
import {useSchema, useTranslation} from 'sanity'
import {namespace} from '../words.ts'
import {type Claim, type ClaimProblem} from './claims.ts'
import {choiceTitle, fieldType} from './schemaParts.ts'
import {topicTitle} from './topicTitle.ts'
import {UseCard} from './UseCard.tsx'

const alarming: readonly ClaimProblem[] = ['workGone', 'citationMissing', 'counterEvidenceSilent']

/** Under each other where there is no room for both. */
const sideBySide = {
  display: 'grid',
  gap: '1.25rem',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 20rem), 1fr))',
}

/** A claim on one side, what is cited for and against it on the other. */
export function ClaimCard({
  claim,
  problems,
}: {
  readonly claim: Claim
  readonly problems: readonly ClaimProblem[]
}) {
  const {t} = useTranslation(namespace)
  const type = useSchema().get('claim')
  const {statement, claimType, hedge, topics, uses, acknowledgement} = claim
  const choice = (name: string, value: string | null) =>
    value === null ? t('reading.notGiven') : (choiceTitle(fieldType(type, name), value) ?? value)
  return (
    <Card as="li" border radius={2} padding={[3, 4]} style={{listStyle: 'none'}}>
      <Box style={sideBySide}>
        <Stack gap={4} style={{alignContent: 'start'}}>
          <Text size={2} weight="medium" style={{overflowWrap: 'anywhere'}}>
            {statement === '' ? t('reading.claims.empty') : statement}
          </Text>
          <Flex gap={2} wrap="wrap">
            <Badge>{choice('claimType', claimType)}</Badge>
            <Badge tone="primary">
              {t('reading.claims.hedge', {hedge: choice('hedge', hedge)})}
            </Badge>
            {topics.map((topic) => (
              <Badge key={topic}>{topicTitle(topic)}</Badge>
            ))}
          </Flex>
          {problems.map((problem) => (
            <Card
              key={problem}
              tone={alarming.includes(problem) ? 'critical' : 'caution'}
              radius={2}
              padding={3}
              border
            >
              <Flex gap={3}>
                <Text size={1}>
                  <WarningOutlineIcon />
                </Text>
                <Box flex={1}>
                  <Text size={1}>{t(`reading.claims.${problem}`)}</Text>
                </Box>
              </Flex>
            </Card>
          ))}
          {acknowledgement !== null && (
            <Text size={1} muted>
              {t('reading.claims.acknowledgement', {text: acknowledgement})}
            </Text>
          )}
        </Stack>
        <Stack as="ul" gap={3} padding={0} margin={0} style={{alignContent: 'start'}}>
          {uses.length === 0 && (
            <Text as="li" size={1} muted style={{listStyle: 'none'}}>
              {t('reading.claims.noCitations')}
            </Text>
          )}
          {uses.map((use, index) => (
            <Card
              as="li"
              key={index}
              radius={2}
              padding={3}
              tone="transparent"
              border
              style={{listStyle: 'none'}}
            >
              <UseCard use={use} />
            </Card>
          ))}
        </Stack>
      </Box>
    </Card>
  )
}
