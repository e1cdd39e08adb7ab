import {Badge, Card, Flex, Stack, Text} from '@sanity/ui'
import {useId} from 'react'
import {useTranslation} from 'sanity'
import {type RecordEvent} from '../reads.ts'
import {Code, DetailList} from '../tool/DetailList.tsx'
import {Disclosure} from '../Disclosure.tsx'
import {useMoment} from '../tool/useMoment.ts'
import {spelledOut} from '../tool/useReason.ts'
import {namespace} from '../words.ts'
import {details} from './details.ts'
import {DetailValue} from './DetailValue.tsx'
import {isKnownKind, kindTone} from './kinds.ts'
import {who} from './who.ts'

/** One entry of the record: who, what, when, what it says, and the hash that holds it in place. */
export function Entry({event, type}: {readonly event: RecordEvent; readonly type: string}) {
  const {t} = useTranslation(namespace)
  const moment = useMoment()
  const id = useId()
  const {seq, at, kind, hash, body} = event
  const person = who(event)
  const name = typeof person === 'string' ? person : t(person.key, person.values)
  const known = isKnownKind(kind)
  return (
    <Card as="article" border radius={3} padding={[3, 4]} data-entry="" aria-labelledby={id}>
      <Stack gap={4}>
        <Stack gap={3}>
          <Flex gap={3} align="center" wrap="wrap">
            <Badge tone={kindTone(kind)}>
              {known ? t(`record.kind.${kind}`) : spelledOut(kind)}
            </Badge>
            <Text size={1} muted>
              {t('record.entry', {seq})}
            </Text>
            <Text size={1} muted>
              <time dateTime={at}>{moment(at)}</time>
            </Text>
          </Flex>
          <Text as="h3" id={id} size={2} weight="medium">
            {known
              ? t(`record.kind.${kind}.says`, {name})
              : t('record.unknown', {name, kind: spelledOut(kind).toLowerCase()})}
          </Text>
        </Stack>
        <DetailList
          rows={[
            ...details(event).map((detail) => ({
              key: detail.name,
              label: t(`record.${detail.name}`),
              value: <DetailValue detail={detail} type={type} />,
            })),
            {key: 'hash', label: t('record.hash'), value: <Code>{hash}</Code>},
          ]}
        />
        <Disclosure summary={t('record.asKept')} data-as-kept="">
          <Card
            as="pre"
            tone="transparent"
            radius={2}
            padding={3}
            margin={0}
            overflow="auto"
            tabIndex={0}
            aria-label={t('record.asKept')}
            role="region"
            style={{fontSize: '0.75rem', maxHeight: '24rem'}}
          >
            {JSON.stringify({...event, body}, null, 2)}
          </Card>
        </Disclosure>
      </Stack>
    </Card>
  )
}
