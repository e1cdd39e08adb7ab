import {Badge, Card, Flex, Stack, Text} from '@sanity/ui'
import {useId} from 'react'
import {useTranslation} from 'sanity'
import {Disclosure} from '../Disclosure.tsx'
import {DifferenceTable} from '../policyPage/DifferenceTable.tsx'
import {type RecordEvent, type RecordRead} from '../reads.ts'
import {Code, DetailList} from '../tool/DetailList.tsx'
import {useMoment} from '../tool/useMoment.ts'
import {spelledOut} from '../tool/useReason.ts'
import {namespace} from '../words.ts'
import {details} from './details.ts'
import {DetailValue} from './DetailValue.tsx'
import {EntryTitle} from './EntryTitle.tsx'
import {isByServer, isKnownKind, kindTone} from './kinds.ts'
import {policyChange} from './policyChange.ts'
import {who} from './who.ts'

/** One entry of the record: who, what, when, what it says, and the hash that holds it in place. */
export function Entry({event, read}: {readonly event: RecordEvent; readonly read: RecordRead}) {
  const {t} = useTranslation(namespace)
  const moment = useMoment()
  const id = useId()
  const {seq, at, kind, hash, body} = event
  const person = who(event)
  const name = typeof person === 'string' ? person : t(person.key, person.values)
  const change = policyChange(event, read.events)
  return (
    <Card as="article" border radius={3} padding={[3, 4]} data-entry="" aria-labelledby={id}>
      <Stack gap={4}>
        <Stack gap={3}>
          <Flex gap={3} align="center" wrap="wrap">
            <Badge tone={kindTone(kind)}>
              {isKnownKind(kind) ? t(`record.kind.${kind}`) : spelledOut(kind)}
            </Badge>
            <Text size={1} muted>
              {t('record.entry', {seq})}
            </Text>
            <Text size={1} muted>
              <time dateTime={at}>{moment(at)}</time>
            </Text>
          </Flex>
          <EntryTitle id={id} event={event} name={name} titles={read.titles} />
        </Stack>
        {change !== null && (
          <DifferenceTable
            {...change}
            caption={t('record.difference')}
            headers={[t('record.difference.before'), t(`record.difference.${kind}`)]}
          />
        )}
        <DetailList
          rows={[
            ...(isByServer(kind)
              ? [{key: 'setOffBy', label: t('record.setOffBy'), value: name}]
              : []),
            ...details(event).map((detail) => ({
              key: detail.name,
              label: t(`record.${detail.name}`),
              value: <DetailValue detail={detail} read={read} />,
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
