import {Card, Flex, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {useDay} from '../useDay.ts'
import {namespace} from '../words.ts'
import {ChangedShared} from './ChangedShared.tsx'
import {Choices} from './Choices.tsx'
import {type Basis, type Differences} from './comparison.ts'
import {type Comparison} from './useComparison.ts'

/** What the page is compared with, and the choice between all of it and what changed. */
export function SinceBar({
  comparison: {bases, basis, earlier, differing, onlyChanges, compareWith, show},
  isSigned,
}: {
  readonly comparison: Comparison
  /** Somebody has signed some words of this page. */
  readonly isSigned: boolean
}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  const title = (each: Basis) =>
    t(`reading.since.${keyOf(each)}`, {name: each.name, date: day(each.at)})
  if (basis === null) return <NeverSigned />
  return (
    <Card border radius={3} padding={3} tone={isSigned ? 'transparent' : 'caution'}>
      <Flex gap={3} align="center" justify="space-between" wrap="wrap">
        <Stack gap={3} flex={1} style={{minWidth: 'min(100%, 15rem)'}}>
          <Text size={1} weight="medium">
            {title(basis)}
          </Text>
          {differing !== null && <Difference differing={differing} />}
          {!isSigned && (
            <Text size={1} muted>
              {t('reading.since.unsigned')}
            </Text>
          )}
          {earlier.status === 'failed' && (
            <Text size={1} role="alert">
              {t('reading.since.failed', {message: earlier.message})}
            </Text>
          )}
          {earlier.status === 'lost' && (
            <Text size={1} role="alert">
              {t('reading.since.lost')}
            </Text>
          )}
        </Stack>
        <Choices
          label={t('reading.show')}
          choices={[
            {value: true, label: t('reading.show.changes')},
            {value: false, label: t('reading.show.everything')},
          ]}
          value={onlyChanges}
          onChoose={show}
        />
      </Flex>
      {bases.length > 1 && (
        <Flex paddingTop={3} gap={3} align="center" wrap="wrap">
          <Text size={1} muted aria-hidden>
            {t('reading.compare')}
          </Text>
          <Choices
            label={t('reading.compare')}
            choices={bases.map((each) => ({
              value: each,
              label: t(`reading.compare.${keyOf(each)}`, {name: each.name}),
            }))}
            value={basis}
            onChoose={compareWith}
            quiet
          />
        </Flex>
      )}
    </Card>
  )
}

function NeverSigned() {
  const {t} = useTranslation(namespace)
  return (
    <Card border radius={3} padding={3} tone="caution">
      <Stack gap={3}>
        <Text size={1} weight="medium">
          {t('reading.since.none')}
        </Text>
        <Text size={1} muted>
          {t('reading.since.noneHint')}
        </Text>
      </Stack>
    </Card>
  )
}

function Difference({differing: {fields, shared}}: {readonly differing: Differences}) {
  const {t} = useTranslation(namespace)
  const words = t(
    fields.length + shared.length === 0 ? 'reading.since.same' : 'reading.since.fields',
    {count: fields.length},
  )
  return (
    <>
      <Text size={1} muted>
        {words}
      </Text>
      {shared.length > 0 && <ChangedShared ids={shared} />}
    </>
  )
}

function keyOf(basis: Basis): string {
  return basis.own ? `${basis.kind}.own` : basis.kind
}
