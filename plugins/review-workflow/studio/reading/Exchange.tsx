import {Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {Note} from '../inspector/Note.tsx'
import {type ReviewRead} from '../reads.ts'
import {useDay} from '../useDay.ts'
import {namespace} from '../words.ts'
import {isOwn} from './comparison.ts'

/** What a reviewer asked for, and what was answered. */
export function Exchange({read: {facts, answered}}: {readonly read: ReviewRead}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  const no = facts.objection ?? answered
  if (no === null) return null
  const answer = facts.objection === null ? answered?.answer : undefined
  const own = isOwn(no, facts.actor) ? '.own' : ''
  return (
    <Note
      tone={answer === undefined ? 'critical' : 'primary'}
      title={t(`reading.objection.${no.kind}${own}`, {name: no.name, date: day(no.at)})}
      text={t('reading.quoted', {quote: no.note})}
    >
      {answer !== undefined && (
        <Stack gap={3} paddingTop={2}>
          <Text size={1} weight="medium">
            {t('reading.answer', {name: answer.name, date: day(answer.at)})}
          </Text>
          <Text size={1} style={{whiteSpace: 'pre-wrap', overflowWrap: 'anywhere'}}>
            {t('reading.quoted', {quote: answer.note})}
          </Text>
        </Stack>
      )}
    </Note>
  )
}
