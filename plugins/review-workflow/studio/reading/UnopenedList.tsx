import {Card, Stack, Text} from '@sanity/ui'
import {useSchema, useTranslation} from 'sanity'
import {Disclosure} from '../Disclosure.tsx'
import {DocumentPreview} from '../DocumentPreview.tsx'
import {type ReviewRead} from '../reads.ts'
import {ReadLink} from '../tool/ReviewLink.tsx'
import {namespace} from '../words.ts'
import {leftByKind, type Novelties} from './opened.ts'
import {fieldType, inFormOrder, titleOf} from './schemaParts.ts'

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
  const isSigned = read.changed.since !== null
  return (
    <Card tone="caution" radius={2} padding={3} border>
      <Stack gap={3}>
        <Text as="h3" size={1} weight="semibold">
          {t(atReading ? 'signOff.unopened' : isSigned ? 'signOff.unread' : 'signOff.unsigned')}
        </Text>
        {left.fields.length > 0 && (
          <Text size={1}>
            {inFormOrder(schemaType, left.fields)
              .map((name) => titleOf(fieldType(schemaType, name), name))
              .join(', ')}
          </Text>
        )}
        <Documents ids={left.shared} closure={read.closure} />
        <Text size={1} muted>
          {!atReading
            ? t('signOff.unopenedElsewhere')
            : t(isSigned ? 'signOff.unopenedHint' : 'signOff.unopenedUnsigned')}
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

function Documents({
  ids,
  closure,
}: {
  readonly ids: readonly string[]
  readonly closure: ReviewRead['closure']
}) {
  const {t} = useTranslation(namespace)
  const schema = useSchema()
  const {kinds, names} = leftByKind(ids, closure)
  return (
    <>
      {kinds.map(({type, ids: all}) => (
        <Disclosure
          key={type}
          summary={t('signOff.unopened.kind', {
            kind: schema.get(type ?? '')?.title ?? type ?? t('reading.missing'),
            count: all.length,
          })}
          open={all.length <= fewDocuments}
        >
          <Previews documents={all.map((id) => ({id, type}))} />
        </Disclosure>
      ))}
      {names.length > 0 && (
        <Disclosure summary={t('signOff.unopened.names', {count: names.length})}>
          <Previews documents={names} />
        </Disclosure>
      )}
    </>
  )
}

/** So many can be taken in at a glance; more are a list to open. */
const fewDocuments = 5

function Previews({
  documents,
}: {
  readonly documents: readonly {readonly id: string; readonly type: string | null}[]
}) {
  return (
    <Stack as="ul" gap={1} padding={0} margin={0}>
      {documents.map(({id, type}) => (
        <li key={id} style={{listStyle: 'none'}}>
          <DocumentPreview id={id} type={type} compact />
        </li>
      ))}
    </Stack>
  )
}
