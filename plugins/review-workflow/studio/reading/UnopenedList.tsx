import {Card, Stack, Text} from '@sanity/ui'
import {useSchema, useTranslation} from 'sanity'
import {DocumentPreview} from '../DocumentPreview.tsx'
import {type ReviewRead} from '../reads.ts'
import {ReadLink} from '../tool/ReviewLink.tsx'
import {namespace} from '../words.ts'
import {type Novelties} from './opened.ts'
import {fieldType, titleOf} from './schemaParts.ts'

/** What is new and was not on screen: it may be signed, but not without knowing. */
export function UnopenedList({
  read,
  left,
  atReading,
}: {
  readonly read: ReviewRead
  readonly left: Novelties
  /** The signature is given on the page on which the words are read. */
  readonly atReading: boolean
}) {
  const {t} = useTranslation(namespace)
  const {id, type} = read.facts.subject
  const schemaType = useSchema().get(type)
  if (left.fields.length + left.shared.length === 0) return null
  return (
    <Card tone="caution" radius={2} padding={3} border>
      <Stack gap={3}>
        <Text as="h3" size={1} weight="semibold">
          {t(atReading ? 'signOff.unopened' : 'signOff.unread')}
        </Text>
        {left.fields.length > 0 && (
          <Text size={1}>
            {left.fields.map((name) => titleOf(fieldType(schemaType, name), name)).join(', ')}
          </Text>
        )}
        {left.shared.length > 0 && (
          <Stack
            as="ul"
            gap={1}
            padding={0}
            margin={0}
            style={{maxHeight: '10rem', overflowY: 'auto'}}
          >
            {left.shared.map((shared) => (
              <li key={shared} style={{listStyle: 'none'}}>
                <DocumentPreview
                  id={shared}
                  type={read.closure.find((entry) => entry.id === shared)?.type ?? null}
                  compact
                />
              </li>
            ))}
          </Stack>
        )}
        <Text size={1} muted>
          {t(atReading ? 'signOff.unopenedHint' : 'signOff.unopenedElsewhere')}
        </Text>
        {!atReading && (
          <Text size={1}>
            <ReadLink documentId={id}>{t('signOff.read')}</ReadLink>
          </Text>
        )}
      </Stack>
    </Card>
  )
}
