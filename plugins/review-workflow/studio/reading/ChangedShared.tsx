import {Stack, Text} from '@sanity/ui'
import {useSchema, useTranslation, useValuePreview} from 'sanity'
import {Disclosure} from '../Disclosure.tsx'
import {namespace} from '../words.ts'
import {jump} from './jump.ts'
import {useSurroundings} from './ReadingContext.ts'
import {useDocumentTypeOf} from './useDocumentTypeOf.ts'

/** The documents shown with the page that differ, by name, each a way to where it is shown. */
export function ChangedShared({ids}: {readonly ids: readonly string[]}) {
  const {t} = useTranslation(namespace)
  const count = t('reading.since.shared', {count: ids.length})
  const names = (
    <Stack as="ul" gap={3} paddingLeft={4} margin={0}>
      {ids.map((id) => (
        <Text as="li" key={id} size={1}>
          <SharedLink id={id} />
        </Text>
      ))}
    </Stack>
  )
  return ids.length > fewDocuments ? (
    <Disclosure summary={count}>{names}</Disclosure>
  ) : (
    <Stack gap={3}>
      <Text size={1} muted>
        {count}
      </Text>
      {names}
    </Stack>
  )
}

/** So many can be taken in at a glance; more are a list to open. */
const fewDocuments = 5

function SharedLink({id}: {readonly id: string}) {
  const {t} = useTranslation(namespace)
  const {shared} = useSurroundings()
  const schema = useSchema()
  const type = useDocumentTypeOf(id, shared.get(id)?.type)
  const schemaType = schema.get(type ?? '')
  const value = {_type: type ?? '', _id: id, _ref: id}
  const preview = useValuePreview({...(schemaType && {schemaType}), value}).value
  const place = sharedPlace(id)
  return (
    <a
      href={`#${place}`}
      onClick={(event) => {
        event.preventDefault()
        jump(document.getElementById(place))
      }}
    >
      {t('reading.since.sharedName', {
        kind: schemaType?.title ?? type ?? '',
        title: preview?.title ?? id,
      })}
    </a>
  )
}

/** The place on the page where a document that is shown with it stands. */
export function sharedPlace(id: string): string {
  return `shared-${id}`
}
