import {Badge, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {type ReactNode, useState} from 'react'
import {useTranslation} from 'sanity'
import {decide, type ReviewComment} from '../../policy/index.ts'
import {useDay} from '../useDay.ts'
import {namespace} from '../words.ts'
import {pathOf} from './paths.ts'
import {quoteStands} from './quotes.ts'
import {useSurroundings} from './ReadingContext.ts'
import {ResolveForm} from './ResolveForm.tsx'

/** A remark, whether publishing waits for it, and what was answered. */
export function RemarkCard({
  comment,
  place,
}: {
  readonly comment: ReviewComment
  /** Where it stands, when it is shown elsewhere. */
  readonly place?: ReactNode
}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  const {document, facts} = useSurroundings()
  const [answering, setAnswering] = useState(false)
  const {seq, name, at, path, quote, text, blocking, resolved} = comment
  const stands = quoteStands(document, pathOf(path), quote)
  const mayResolve =
    facts !== null && decide(facts, {type: 'resolveComment', comment: seq, answer: '…'}).allowed
  const waits = blocking && resolved === null
  return (
    <Card
      as="li"
      padding={3}
      radius={2}
      border
      tone={resolved !== null ? 'transparent' : blocking ? 'critical' : 'caution'}
      style={{listStyle: 'none'}}
    >
      <Stack gap={3}>
        <Flex gap={2} align="center" wrap="wrap">
          <Text size={1} weight="medium">
            {name}
          </Text>
          <Text size={1} muted>
            <time dateTime={at}>{day(at)}</time>
          </Text>
          {waits && (
            <Badge tone="critical" fontSize={0}>
              {t('reading.remark.blocking')}
            </Badge>
          )}
          {resolved !== null && (
            <Badge tone="positive" fontSize={0}>
              {t('reading.remark.resolved')}
            </Badge>
          )}
        </Flex>
        {quote !== '' && (
          <Text as="blockquote" size={1} muted style={{margin: 0}}>
            “{quote}”
          </Text>
        )}
        {!stands && resolved === null && (
          <Text size={1} weight="medium">
            {t('reading.remark.changed')}
          </Text>
        )}
        <Text size={1} style={{whiteSpace: 'pre-wrap', overflowWrap: 'anywhere'}}>
          {text}
        </Text>
        {resolved !== null && (
          <Text size={1} muted style={{whiteSpace: 'pre-wrap'}}>
            {t('reading.remark.answer', {name: resolved.by, answer: resolved.answer})}
          </Text>
        )}
        {waits && !mayResolve && (
          <Text size={1} muted>
            {t('reading.remark.resolvedBy', {name})}
          </Text>
        )}
        {(place !== undefined || (resolved === null && mayResolve)) && (
          <Flex gap={2} wrap="wrap">
            {resolved === null && mayResolve && (
              <Button
                mode="ghost"
                fontSize={1}
                padding={2}
                text={t('resolveComment.label')}
                onClick={() => setAnswering(true)}
              />
            )}
            {place}
          </Flex>
        )}
      </Stack>
      {answering && <ResolveForm comment={comment} onClose={() => setAnswering(false)} />}
    </Card>
  )
}
