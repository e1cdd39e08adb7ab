import {Box, Heading, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type RecordRead} from '../reads.ts'
import {namespace} from '../words.ts'
import {Entry} from './Entry.tsx'
import {RecordHeader} from './RecordHeader.tsx'

/** The record as one sheet, on screen and on paper. */
export function RecordSheet({read}: {readonly read: RecordRead}) {
  const {t} = useTranslation(namespace)
  return (
    <Stack gap={5}>
      <RecordHeader read={read} />
      <Stack gap={3}>
        <Heading as="h2" size={1}>
          {t('record.entries', {count: read.events.length})}
        </Heading>
        <Text size={1} muted>
          {t(read.events.length === 0 ? 'record.empty' : 'record.chain')}
        </Text>
      </Stack>
      {read.events.length > 0 && (
        <Stack as="ol" gap={3} padding={0} margin={0} style={{listStyle: 'none'}}>
          {read.events.map((event) => (
            <Box as="li" key={event.seq}>
              <Entry event={event} read={read} />
            </Box>
          ))}
        </Stack>
      )}
    </Stack>
  )
}
