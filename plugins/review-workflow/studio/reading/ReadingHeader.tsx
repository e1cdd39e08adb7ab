import {EditIcon} from '@sanity/icons/Edit'
import {Badge, Box, Button, Flex, Heading, Stack, Text} from '@sanity/ui'
import {useSchema, useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import {riskClassOf, stageAsAsked} from '../../policy/index.ts'
import {Marks} from '../inspector/Marks.tsx'
import {Note} from '../inspector/Note.tsx'
import {type ReviewRead} from '../reads.ts'
import {stageTone} from '../stageColor.ts'
import {useDay} from '../useDay.ts'
import {namespace} from '../words.ts'
import {exchangesOf} from './comparison.ts'
import {Exchanges} from './Exchanges.tsx'
import {SignaturesNote} from './SignaturesNote.tsx'
import {topicTitle} from './topicTitle.ts'

/** What is read here, where it stands, and who asks whom for what. */
export function ReadingHeader({read, title}: {readonly read: ReviewRead; readonly title: string}) {
  const {t} = useTranslation(namespace)
  const schema = useSchema()
  const day = useDay()
  const {subject, request, withdrawn} = read.facts
  const stage = stageAsAsked(read.facts)
  const topics = (subject.draft ?? subject.live)?.topics ?? []
  const riskClass = riskClassOf(topics)
  const isAnswer = exchangesOf(read).some(({answer}) => answer?.at === request?.at)
  return (
    <Stack gap={4}>
      <Flex gap={3} align="flex-start" justify="space-between" wrap="wrap">
        <Box flex={1} style={{minWidth: 'min(100%, 16rem)'}}>
          <Heading as="h1" size={[2, 3]} style={{overflowWrap: 'anywhere'}}>
            {title}
          </Heading>
        </Box>
        <Button
          as={IntentLink}
          intent="edit"
          params={{id: subject.id, type: subject.type}}
          data-as="a"
          mode="ghost"
          fontSize={1}
          padding={3}
          icon={EditIcon}
          text={t('reading.edit')}
        />
      </Flex>
      <Flex gap={2} wrap="wrap" align="center">
        <Badge>{schema.get(subject.type)?.title ?? subject.type}</Badge>
        <Badge tone={stageTone[stage]}>{t(`stage.${stage}.label`)}</Badge>
        <Badge>{t('reading.risk', {riskClass})}</Badge>
        <Text size={1} muted>
          {t(`risk.${riskClass}.title`)}
        </Text>
      </Flex>
      <Topics topics={topics.map(topicTitle)} />
      <Marks facts={read.facts} />
      <Exchanges read={read} />
      {withdrawn !== null && (
        <Note
          tone="critical"
          title={t('reading.withdrawn', {name: withdrawn.by, date: day(withdrawn.at)})}
          text={withdrawn.reason}
        />
      )}
      {request !== null && (
        <Note
          tone="primary"
          title={[
            t('reading.request', {name: request.byName, date: day(request.at)}),
            request.to !== null && t('reading.request.to', {name: request.to.name}),
            request.claimedBy !== null &&
              t('reading.request.claimed', {name: request.claimedBy.name}),
            request.due !== null && t('reading.request.due', {date: day(request.due)}),
          ]
            .filter(Boolean)
            .join(' · ')}
          // Where it is the answer to a reviewer, it stands with what they said.
          text={isAnswer ? '' : request.note}
        />
      )}
      <SignaturesNote facts={read.facts} />
    </Stack>
  )
}

/** A page about everything says so in a line first. */
function Topics({topics}: {readonly topics: readonly string[]}) {
  const {t} = useTranslation(namespace)
  const words = t('reading.topics', {topics: topics.join('; ')})
  if (topics.length === 0) return null
  return (
    <Text as="div" size={1} muted>
      {topics.length <= fewTopics ? (
        words
      ) : (
        <details>
          <summary style={{cursor: 'pointer'}}>
            {t('reading.topics.many', {count: topics.length})}
          </summary>
          <p style={{margin: '0.75rem 0 0'}}>{words}</p>
        </details>
      )}
    </Text>
  )
}

const fewTopics = 6
