import {Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {Note} from '../inspector/Note.tsx'
import {type ReviewRead} from '../reads.ts'
import {useDay} from '../useDay.ts'
import {namespace} from '../words.ts'
import {type Exchange, exchangesOf, isOwn} from './comparison.ts'

/** What reviewers asked for, and what was answered: the reader's own, and whatever came last. */
export function Exchanges({read}: {readonly read: ReviewRead}) {
  return exchangesOf(read).map((exchange) => (
    <ExchangeNote
      key={exchange.no.at}
      exchange={exchange}
      own={isOwn(exchange.no, read.facts.actor)}
    />
  ))
}

function ExchangeNote({
  exchange: {no, answer},
  own,
}: {
  readonly exchange: Exchange
  readonly own: boolean
}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  return (
    <Note
      tone={answer === null ? 'critical' : 'primary'}
      title={t(`reading.objection.${no.kind}${own ? '.own' : ''}`, {
        name: no.name,
        date: day(no.at),
      })}
      text={t('reading.quoted', {quote: no.note})}
    >
      {answer !== null && (
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
