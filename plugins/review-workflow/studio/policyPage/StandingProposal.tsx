import {Badge, Button, Card, Flex, Heading, Stack, Text} from '@sanity/ui'
import {useId, useState} from 'react'
import {useTranslation} from 'sanity'
import {decide, policySubject, type Proposal} from '../../policy/index.ts'
import {CommandForm} from '../CommandForm.tsx'
import {isOutOfReach, reasons} from '../reasons.ts'
import {ReasonList} from '../ReasonList.tsx'
import {type PolicyRead} from '../reads.ts'
import {Code} from '../tool/DetailList.tsx'
import {useMoment} from '../tool/useMoment.ts'
import {namespace} from '../words.ts'
import {AdoptForm} from './AdoptForm.tsx'
import {DifferenceTable} from './DifferenceTable.tsx'
import {useArrival} from './useArrival.ts'

/** A change that waits for a second person: what it changes, who asked and why, and the two answers. */
export function StandingProposal({
  read,
  proposal,
  arrived,
  onDone,
}: {
  readonly read: PolicyRead
  readonly proposal: Proposal
  /** Whoever looks has just proposed it. */
  readonly arrived: boolean
  readonly onDone: () => void
}) {
  const {t} = useTranslation(namespace)
  const moment = useMoment()
  const id = useId()
  const card = useArrival(arrived)
  const [answer, setAnswer] = useState<'adopt' | 'decline' | null>(null)
  const adopt = decide(read.facts, {
    type: 'adoptPolicy',
    hash: proposal.hash,
    factors: ['password'],
  })
  const decline = decide(read.facts, {type: 'declinePolicy', reason: '…'})
  const form = {
    documentId: policySubject,
    onCancel: () => setAnswer(null),
    onDone: () => {
      setAnswer(null)
      onDone()
    },
  }
  return (
    <Card
      ref={card}
      as="section"
      border
      radius={3}
      padding={[3, 4]}
      tone="caution"
      tabIndex={-1}
      aria-labelledby={id}
      aria-describedby={`${id}-by`}
    >
      <Stack gap={4}>
        <Flex gap={3} align="center" wrap="wrap">
          <Heading as="h2" id={id} size={1} style={{scrollMarginTop: '3rem'}}>
            {t('policyPage.proposed')}
          </Heading>
          <Badge tone="caution">{t('policyPage.proposed.waits')}</Badge>
        </Flex>
        <Text id={`${id}-by`} size={1}>
          {t('policyPage.proposed.by', {name: proposal.byName, time: moment(proposal.at)})}
        </Text>
        <Text as="blockquote" size={1} style={{margin: 0, whiteSpace: 'pre-wrap'}}>
          “{proposal.reason}”
        </Text>
        <Card radius={2} padding={3} border>
          <DifferenceTable
            caption={t('policyPage.difference')}
            before={read.policy}
            after={proposal.policy}
          />
        </Card>
        <Stack gap={3}>
          <Text size={1} muted>
            {t('policyPage.proposed.hash')}
          </Text>
          <Code>{proposal.hash}</Code>
        </Stack>
        {!adopt.allowed && !isOutOfReach(adopt) && (
          <ReasonList reasons={reasons(adopt)} tone="caution" />
        )}
        {answer === null && (adopt.allowed || decline.allowed) && (
          <Flex gap={2} wrap="wrap">
            {adopt.allowed && (
              <Button
                type="button"
                tone="primary"
                text={t('adoptPolicy.label')}
                onClick={() => setAnswer('adopt')}
              />
            )}
            {decline.allowed && (
              <Button
                type="button"
                mode="ghost"
                text={t('declinePolicy.label')}
                onClick={() => setAnswer('decline')}
              />
            )}
          </Flex>
        )}
        {answer !== null && (
          <Card radius={2} padding={4} border>
            {answer === 'adopt' && <AdoptForm {...form} hash={proposal.hash} />}
            {answer === 'decline' && (
              <CommandForm
                {...form}
                command="declinePolicy"
                tone="critical"
                fields={[{name: 'reason', kind: 'lines', required: true}]}
              />
            )}
          </Card>
        )}
      </Stack>
    </Card>
  )
}
