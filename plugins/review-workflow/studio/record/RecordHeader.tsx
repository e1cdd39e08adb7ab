import {Badge, Card, Flex, Heading, Stack, Text} from '@sanity/ui'
import {type ReactNode} from 'react'
import {useSchema, useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import {isGoverned, policySubject, topics} from '../../policy/index.ts'
import {type RecordRead} from '../reads.ts'
import {stageTone} from '../stageColor.ts'
import {RiskClassText} from '../RiskClassText.tsx'
import {Code, DetailList, type DetailRow} from '../tool/DetailList.tsx'
import {ReadLink, ReviewLink} from '../tool/ReviewLink.tsx'
import {useDay} from '../useDay.ts'
import {namespace} from '../words.ts'
import {MarkLines} from './MarkLines.tsx'

/** What the record is about, and how that stands today. */
export function RecordHeader({read}: {readonly read: RecordRead}) {
  const {t} = useTranslation(namespace)
  const schema = useSchema()
  const {subject, type, title, stage, live, marks, indexed} = read
  const schemaType = schema.get(type)
  const isPolicy = subject === policySubject
  return (
    <Card as="header" border radius={3} padding={4} data-entry="">
      <Stack gap={4}>
        <Stack gap={3}>
          {!isPolicy && (
            <Text size={1} muted>
              {schemaType?.title ?? type}
            </Text>
          )}
          <Heading as="h2" size={[1, 2]}>
            {isPolicy ? t('record.policy') : title}
          </Heading>
          <Flex gap={2} align="center" wrap="wrap">
            {isGoverned(type) && (
              <>
                <Badge tone={stageTone[stage]}>{t(`stage.${stage}.label`)}</Badge>
                <Badge tone={live ? 'positive' : 'default'}>
                  {t(live ? 'record.live' : 'record.notLive')}
                </Badge>
                {marks.length > 0 && (
                  <Badge tone={indexed ? 'caution' : 'critical'}>
                    {t(indexed ? 'marked.label' : 'deindexed.label')}
                  </Badge>
                )}
              </>
            )}
            {!isPolicy && (
              <Text size={1} muted style={{overflowWrap: 'anywhere'}}>
                <code>{subject}</code>
              </Text>
            )}
          </Flex>
        </Stack>
        <Summary read={read} />
        <Flex gap={4} wrap="wrap" data-screen-only="">
          {schemaType !== undefined && (
            <Text size={1}>
              <IntentLink intent="edit" params={{id: subject, type}}>
                {t('record.open')}
              </IntentLink>
            </Text>
          )}
          {isPolicy && (
            <Text size={1}>
              <ReviewLink place="policy">{t('record.toPolicy')}</ReviewLink>
            </Text>
          )}
          {isGoverned(type) && (
            <Text size={1}>
              <ReadLink documentId={subject}>{t('record.read')}</ReadLink>
            </Text>
          )}
        </Flex>
      </Stack>
    </Card>
  )
}

function Summary({read}: {readonly read: RecordRead}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  const {type, live, riskClass, dates, digest, closureDigest, policyVersion, policyHash} = read
  const dated = (date: string | undefined) => (date === undefined ? t('record.never') : day(date))
  const named = (name: string, value: ReactNode): DetailRow => ({
    key: name,
    label: t(`record.${name}`),
    value,
  })
  const ofPage = [
    named('riskClass', <RiskClassText riskClass={riskClass} />),
    named('topics', read.topics.map((topic) => topics[topic]?.title ?? topic).join('; ')),
    ...(read.marks.length === 0 ? [] : [named('marks', <MarkLines read={read} />)]),
    named('lastReviewed', dated(dates?.lastReviewed)),
    named('nextReviewDue', dated(dates?.nextReviewDue)),
  ]
  return (
    <DetailList
      rows={[
        ...(isGoverned(type) ? ofPage : []),
        named(
          live && isGoverned(type) ? 'wentLiveUnder' : 'policyInForce',
          t('record.version', {version: policyVersion}),
        ),
        named('policyHash', <Code>{policyHash}</Code>),
        ...(digest === null ? [] : [named('digest', <Code>{digest}</Code>)]),
        ...(closureDigest === null ? [] : [named('closureDigest', <Code>{closureDigest}</Code>)]),
      ]}
    />
  )
}
