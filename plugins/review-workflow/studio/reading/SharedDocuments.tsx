import {Badge, Box, Card, Flex, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {DocumentPreview} from '../DocumentPreview.tsx'
import {type ClosureEntry} from '../reads.ts'
import {PageSection} from '../tool/PageSection.tsx'
import {namespace} from '../words.ts'
import {sharedPlace} from './ChangedShared.tsx'
import {useSurroundings} from './ReadingContext.ts'
import {SharedToggle} from './SharedToggle.tsx'
import {SourceNumber} from './SourceMark.tsx'
import {type Comparison} from './useComparison.ts'
import {useDocumentTypeOf} from './useDocumentTypeOf.ts'

/** Everything that readers see with the page: what differs from what was signed comes first. */
export function SharedDocuments({
  closure,
  comparison: {earlier, differing},
  failure,
  opened,
}: {
  readonly closure: readonly ClosureEntry[]
  readonly comparison: Comparison
  readonly failure: string | null
  readonly opened: readonly string[]
}) {
  const {t} = useTranslation(namespace)
  const {facts, numbers, onlyChanges} = useSurroundings()
  const changed = differing?.shared ?? []
  const isChanged = ({id}: ClosureEntry) => changed.includes(id)
  const gone = changed.filter((id) => !closure.some((entry) => entry.id === id))
  // The works that the page cites by their numbers, then whatever else it shows.
  const number = ({id}: ClosureEntry) => numbers.get(id) ?? Infinity
  const sorted = closure.toSorted((one, other) => (number(one) < number(other) ? -1 : 1))
  const rest = onlyChanges ? [] : sorted.filter((entry) => !isChanged(entry))
  const entries = [...sorted.filter(isChanged), ...rest]
  return (
    <PageSection
      title={t('reading.shared.title', {count: closure.length})}
      lead={t('reading.shared.lead')}
    >
      {failure !== null && (
        <Card tone="critical" radius={2} padding={3} border role="alert">
          <Text size={1}>{t('reading.shared.failed', {message: failure})}</Text>
        </Card>
      )}
      {entries.length + gone.length === 0 && (
        <Text size={1} muted>
          {t(closure.length === 0 ? 'reading.shared.none' : 'reading.shared.unchanged')}
        </Text>
      )}
      <Stack as="ul" gap={3} padding={0} margin={0}>
        {entries.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            changed={isChanged(entry)}
            pending={facts?.request?.shared.includes(entry.id) ?? false}
            opened={opened.includes(entry.id)}
            before={earlier.status === 'ready' ? earlier.shared.get(entry.id) : undefined}
          />
        ))}
        {gone.map((id) => (
          <Gone key={id} id={id} />
        ))}
      </Stack>
    </PageSection>
  )
}

function Entry({
  entry: {id, type},
  changed,
  pending,
  opened,
  before,
}: {
  readonly entry: ClosureEntry
  readonly changed: boolean
  readonly pending: boolean
  readonly opened: boolean
  readonly before: unknown
}) {
  const {t} = useTranslation(namespace)
  const {shared} = useSurroundings()
  const document = shared.get(id)
  return (
    <Card as="li" id={sharedPlace(id)} border radius={2} padding={2} style={{listStyle: 'none'}}>
      <Stack gap={3}>
        <Flex gap={2} align="center" wrap="wrap">
          <SourceNumber id={id} />
          <Box flex={1} style={{minWidth: '12rem'}}>
            <DocumentPreview id={id} type={type} />
          </Box>
          {changed && <Badge tone="caution">{t('reading.change.changed')}</Badge>}
          {pending && <Badge tone="primary">{t('reading.shared.pending')}</Badge>}
          {type === null && <Badge tone="critical">{t('reading.missing')}</Badge>}
          {opened && <Badge tone="positive">{t('reading.opened')}</Badge>}
        </Flex>
        {document !== undefined && (
          <Box paddingX={2} paddingBottom={2}>
            <SharedToggle
              shared={document}
              startsOpen={changed}
              {...(changed && before !== undefined ? {before} : {})}
            />
          </Box>
        )}
      </Stack>
    </Card>
  )
}

/** It was shown when the earlier words were read, and is not any more. */
function Gone({id}: {readonly id: string}) {
  const {t} = useTranslation(namespace)
  return (
    <Card as="li" id={sharedPlace(id)} border radius={2} padding={2} style={{listStyle: 'none'}}>
      <Flex gap={2} align="center" wrap="wrap">
        <Box flex={1} style={{minWidth: '12rem'}}>
          <DocumentPreview id={id} type={useDocumentTypeOf(id, undefined)} />
        </Box>
        <Badge tone="caution">{t('reading.shared.gone')}</Badge>
      </Flex>
    </Card>
  )
}
