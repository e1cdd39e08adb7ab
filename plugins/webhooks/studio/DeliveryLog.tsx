import {SyncIcon} from '@sanity/icons/Sync'
import {Badge, Box, Button, Flex, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {type CSSProperties, type ReactNode, useCallback, useEffect} from 'react'
import {useDateTimeFormat, useTranslation} from 'sanity'
import {Answered, Section} from './Frame.tsx'
import {type Attempt, type Message, messageOf} from './hooksApi.ts'
import {useAnswer, useHooksApi} from './useAnswer.ts'
import {namespace} from './words.ts'

/** While something is on its way, the log looks again this often. */
const pause = 2000

/** What was sent and what came of it. */
export function DeliveryLog({id, enabled}: {readonly id: string; readonly enabled: boolean}) {
  const {t} = useTranslation(namespace)
  const api = useHooksApi()
  const toast = useToast()
  const ask = useCallback(async () => {
    const [messages, attempts] = await Promise.all([api.messages(id), api.attempts(id)])
    return {messages, attempts}
  }, [api, id])
  const answer = useAnswer(ask)
  const {refresh} = answer
  const waiting = answer.status === 'ready' ? answer.value.messages.filter(isWaiting).length : 0
  useEffect(() => {
    if (waiting === 0) return
    const timer = setInterval(refresh, pause)
    return () => clearInterval(timer)
  }, [waiting, refresh])
  const sendTest = async () => {
    try {
      await api.sendTest(id)
      toast.push({status: 'info', title: t('log.tested')})
      refresh()
    } catch (error) {
      toast.push({status: 'error', title: messageOf(error)})
    }
  }
  return (
    <Section
      title={t('log')}
      lead={t('log.lead')}
      actions={
        <Flex gap={2} wrap="wrap">
          <Button
            type="button"
            mode="ghost"
            icon={SyncIcon}
            text={t('log.refresh')}
            onClick={refresh}
          />
          <Button
            type="button"
            mode="ghost"
            text={t('log.test')}
            disabled={!enabled}
            onClick={() => void sendTest()}
          />
        </Flex>
      }
    >
      <Answered answer={answer}>
        {({messages, attempts}) => (
          <>
            {waiting > 0 && (
              <Text size={1} role="status">
                {t('waiting', {count: waiting})}
              </Text>
            )}
            {attempts.length === 0 ? (
              <Text size={1}>{t('log.none')}</Text>
            ) : (
              <AttemptTable attempts={attempts} messages={messages} />
            )}
          </>
        )}
      </Answered>
    </Section>
  )
}

function isWaiting({status}: Message): boolean {
  return status === 'queued' || status === 'sending'
}

function AttemptTable({
  attempts,
  messages,
}: {
  readonly attempts: readonly Attempt[]
  readonly messages: readonly Message[]
}) {
  const {t} = useTranslation(namespace)
  const format = useDateTimeFormat({dateStyle: 'medium', timeStyle: 'medium'})
  const byId = new Map(messages.map((message) => [message.id, message]))
  const headers = ['time', 'document', 'outcome', 'duration', 'answer'] as const
  return (
    <Box overflow="auto" tabIndex={0} role="region" aria-label={t('log.table')}>
      <table style={{borderCollapse: 'collapse', width: '100%'}}>
        <thead>
          <tr>
            {headers.map((name) => (
              <th key={name} scope="col" style={cell}>
                <Text size={1} weight="medium" muted>
                  {t(`log.${name}`)}
                </Text>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {attempts.map((attempt) => {
            const message = byId.get(attempt.messageId)
            return (
              <tr key={attempt.id}>
                <Cell minWidth="9rem">{format.format(new Date(attempt.createdAt))}</Cell>
                <Cell minWidth="10rem">
                  {message === undefined
                    ? ''
                    : `${message.documentId} · ${t(`on.${message.operation}`)}`}
                </Cell>
                <td style={{...cell, minWidth: '8rem'}}>
                  <Outcome attempt={attempt} />
                </td>
                <Cell>
                  {attempt.duration === null ? '' : t('log.ms', {duration: attempt.duration})}
                </Cell>
                <Cell minWidth="16rem">{(attempt.resultBody ?? '').slice(0, 300)}</Cell>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Box>
  )
}

function Outcome({attempt}: {readonly attempt: Attempt}) {
  const {t} = useTranslation(namespace)
  const {inProgress, isFailure, failureReason, resultCode} = attempt
  if (inProgress) return <Badge>{t('outcome.underway')}</Badge>
  if (!isFailure) return <Badge tone="positive">{t('outcome.delivered', {code: resultCode})}</Badge>
  return (
    <Badge tone="critical">{t(`outcome.${failureReason ?? 'other'}`, {code: resultCode})}</Badge>
  )
}

function Cell({children, minWidth}: {readonly children: ReactNode; readonly minWidth?: string}) {
  return (
    <td style={{...cell, minWidth}}>
      <Text size={1} style={{overflowWrap: 'anywhere'}}>
        {children}
      </Text>
    </td>
  )
}

const cell: CSSProperties = {
  borderBottom: '1px solid var(--card-border-color)',
  padding: '0.75rem 0.75rem 0.75rem 0',
  textAlign: 'left',
  verticalAlign: 'top',
}
