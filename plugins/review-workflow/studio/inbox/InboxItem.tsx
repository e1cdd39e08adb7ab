import {Badge, Card, Flex, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import {useMe} from '../me.ts'
import {riskTone} from './riskTone.ts'
import {ReadLink} from '../tool/ReviewLink.tsx'
import {LookUpLink} from '../works/LookUpLink.tsx'
import {namespace} from '../words.ts'
import {ClaimButton} from './ClaimButton.tsx'
import {holderOf, type InboxGroupName, isLate, isMine} from './groups.ts'
import {type InboxRow} from './inboxRow.ts'
import {useRowWords} from './useRowWords.ts'

/** One page: what it is, what it waits for, and the one thing to do about it. */
export function InboxItem({row, group}: {readonly row: InboxRow; readonly group: InboxGroupName}) {
  const {t} = useTranslation(namespace)
  const me = useMe()
  const {facts, quote} = useRowWords(row, group)
  // Whole sentences stand below each other, facts of a word or two in one line.
  const lines =
    group === 'blocked' || group === 'marked' || group === 'takenDown' ? facts : [facts.join(' · ')]
  const toRead = group === 'toSign' || group === 'waiting'
  const {subject, subjectType, title, riskClass} = row
  const late = isLate(row, new Date())
  const mine = isMine(row, me)
  const claimable = mine ? row.request?.claimedBy === null : holderOf(row) === null
  return (
    <Card as="li" border radius={2} padding={3}>
      <Stack gap={3}>
        <Flex gap={3} align="flex-start" justify="space-between">
          <Text size={2} weight="medium" style={{overflowWrap: 'anywhere'}}>
            {toRead ? (
              <ReadLink documentId={subject}>{title}</ReadLink>
            ) : (
              <IntentLink intent="edit" params={{id: subject, type: subjectType}}>
                {title}
              </IntentLink>
            )}
          </Text>
          <Flex gap={2} flex="none" wrap="wrap" justify="flex-end">
            {late && <Badge tone="critical">{t('inbox.late')}</Badge>}
            {group === 'toSign' && mine && (
              <Badge tone="primary">{t(claimable ? 'inbox.assigned' : 'inbox.claimed')}</Badge>
            )}
            <Badge tone={riskTone[riskClass]} title={t(`risk.${riskClass}.title`)}>
              {t(`risk.${riskClass}`)}
            </Badge>
          </Flex>
        </Flex>
        {lines.map((line) => (
          <Text key={line} size={1} muted>
            {line}
          </Text>
        ))}
        {group === 'blocked' && row.blockers.some(({code}) => code === 'citationUnchecked') && (
          <Text size={1}>
            <LookUpLink documentId={subject} />
          </Text>
        )}
        {quote !== null && (
          <Text as="blockquote" size={1} style={{margin: 0, overflowWrap: 'anywhere'}}>
            “{quote}”
          </Text>
        )}
        {group === 'toSign' && claimable && (
          <Flex>
            <ClaimButton subject={subject} title={title} />
          </Flex>
        )}
      </Stack>
    </Card>
  )
}
