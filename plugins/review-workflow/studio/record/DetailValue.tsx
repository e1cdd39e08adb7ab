import {Stack, Text} from '@sanity/ui'
import {type ReactNode} from 'react'
import {useListFormat, useTranslation} from 'sanity'
import {topics} from '../../policy/index.ts'
import {type RecordRead} from '../reads.ts'
import {useMoment} from '../tool/useMoment.ts'
import {spelledOut, useReason} from '../tool/useReason.ts'
import {useDay} from '../useDay.ts'
import {namespace} from '../words.ts'
import {CredentialLine} from './CredentialLine.tsx'
import {type Detail} from './details.ts'
import {useDoor} from './useDoor.ts'
import {useFieldTitle} from './useFieldTitle.ts'

export function DetailValue({
  detail,
  read: {type, titles},
}: {
  readonly detail: Detail
  readonly read: RecordRead
}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  const moment = useMoment()
  const reason = useReason()
  const fieldTitle = useFieldTitle(type)
  const door = useDoor()
  const and = useListFormat({type: 'conjunction'})
  switch (detail.as) {
    case 'text':
      return (
        <Text size={1} style={{overflowWrap: 'anywhere', whiteSpace: 'pre-wrap'}}>
          {detail.text}
        </Text>
      )
    case 'code':
      return <Line>{<code>{detail.text}</code>}</Line>
    case 'day':
      return <Line>{day(detail.text)}</Line>
    case 'moment':
      return <Line>{moment(detail.text)}</Line>
    case 'count':
      return <Line>{detail.count}</Line>
    case 'path':
      return <Line>{fieldTitle(detail.text)}</Line>
    case 'stage':
      return <Line>{t(`stage.${detail.text}.label`, {defaultValue: spelledOut(detail.text)})}</Line>
    case 'door':
      return <Line>{and.format(detail.text.split(', ').map(door))}</Line>
    case 'link':
      return (
        <Line>
          {/^https?:/.test(detail.text) ? (
            <a href={detail.text} rel="noreferrer" target="_blank">
              {detail.text}
            </a>
          ) : (
            detail.text
          )}
        </Line>
      )
    case 'words': {
      const word = (code: string) =>
        t(`record.${detail.name}.${code}`, {defaultValue: spelledOut(code)})
      return <Line>{and.format(detail.codes.map(word))}</Line>
    }
    case 'reasons':
      return <List items={detail.list.map(reason)} />
    case 'fields':
      return <Line>{and.format(detail.list.map((name) => titles[name] ?? fieldTitle(name)))}</Line>
    case 'documents':
      return <List items={detail.list.map((id) => titles[id] ?? id)} />
    case 'topics':
      return <Line>{and.format(detail.list.map(topicTitle))}</Line>
    case 'entries':
      return <Line>{and.format(detail.seqs.map((seq) => t('record.entry', {seq})))}</Line>
    case 'answers':
      return (
        <List
          items={detail.answers.map(
            ([item, answer]) =>
              `${t(`record.checklist.${item}`, {defaultValue: spelledOut(item)})}: ${t(
                `record.checklist.answer.${answer}`,
                {defaultValue: answer},
              )}`,
          )}
        />
      )
    case 'credentials':
      return (
        <Stack gap={2}>
          {detail.credentials.map((credential, index) => (
            <CredentialLine key={index} credential={credential} />
          ))}
        </Stack>
      )
  }
}

function Line({children}: {readonly children: ReactNode}) {
  return (
    <Text size={1} style={{overflowWrap: 'anywhere'}}>
      {children}
    </Text>
  )
}

function List({items}: {readonly items: readonly ReactNode[]}) {
  return (
    <Stack as="ul" gap={2} padding={0} margin={0} style={{listStyle: 'none'}}>
      {items.map((item, index) => (
        <li key={index}>
          <Line>{item}</Line>
        </li>
      ))}
    </Stack>
  )
}

function topicTitle(topic: string): string {
  return Object.entries(topics).find(([each]) => each === topic)?.[1].title ?? topic
}
