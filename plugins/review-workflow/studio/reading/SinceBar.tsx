import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type ReviewRead} from '../reads.ts'
import {useDay} from '../useDay.ts'
import {namespace} from '../words.ts'
import {type Earlier} from './useEarlier.ts'

/** What the page is compared with, and the choice between all of it and what changed. */
export function SinceBar({
  changed: {since, fields, shared},
  earlier,
  onlyChanges,
  onChoose,
}: {
  readonly changed: ReviewRead['changed']
  readonly earlier: Earlier
  readonly onlyChanges: boolean
  readonly onChoose: (onlyChanges: boolean) => void
}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  return (
    <Card border radius={3} padding={3} tone={since === null ? 'caution' : 'transparent'}>
      <Flex gap={3} align="center" justify="space-between" wrap="wrap">
        <Stack gap={3} flex={1} style={{minWidth: 'min(100%, 15rem)'}}>
          <Text size={1} weight="medium">
            {since === null
              ? t('reading.since.none')
              : t('reading.since', {name: since.name, date: day(since.at)})}
          </Text>
          <Text size={1} muted>
            {since === null
              ? t('reading.since.noneHint')
              : fields.length + shared.length === 0
                ? t('reading.since.same')
                : [
                    fields.length > 0 && t('reading.since.fields', {count: fields.length}),
                    shared.length > 0 && t('reading.since.shared', {count: shared.length}),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
          </Text>
          {earlier.status === 'failed' && (
            <Text size={1} role="alert">
              {t('reading.since.failed', {message: earlier.message})}
            </Text>
          )}
        </Stack>
        {since !== null && (
          <Flex gap={1} role="group" aria-label={t('reading.show')}>
            {([true, false] as const).map((choice) => (
              <Button
                key={String(choice)}
                mode={choice === onlyChanges ? 'default' : 'bleed'}
                fontSize={1}
                padding={3}
                text={t(choice ? 'reading.show.changes' : 'reading.show.everything')}
                aria-pressed={choice === onlyChanges}
                onClick={() => onChoose(choice)}
              />
            ))}
          </Flex>
        )}
      </Flex>
    </Card>
  )
}
