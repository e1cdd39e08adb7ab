import {Badge, Box, Card, Flex, Stack, Text} from '@sanity/ui'
import {useId} from 'react'
import {useSchema, useTranslation} from 'sanity'
import {namespace} from '../words.ts'
import {Anchor, useRemarked} from './Anchor.tsx'
import {useSurroundings} from './ReadingContext.ts'
import {RemarkButton} from './RemarkButton.tsx'
import {fieldParts, inFormOrder, titleOf} from './schemaParts.ts'
import {Seen} from './Seen.tsx'
import {isFields, isSame, wordFields} from './values.ts'
import {ValueView} from './ValueView.tsx'

/** Every field of the page, in the order of its form; beside the words signed last, what became of it. */
export function PageWords({
  type,
  stamps,
  differsElsewhere,
}: {
  readonly type: string
  readonly stamps: ReadonlyMap<string, string>
  /** Something shown with the page is not what it was. */
  readonly differsElsewhere: boolean
}) {
  const {t} = useTranslation(namespace)
  const schemaType = useSchema().get(type)
  const known = fieldParts(schemaType)
  const {document, before, onlyChanges, saw} = useSurroundings()
  const remarked = useRemarked()
  const names = inFormOrder(schemaType, [...wordFields(document), ...wordFields(before)])
  const rows = names.map((name) => {
    const after = isFields(document) ? document[name] : undefined
    return {name, after, changed: before !== null && !isSame(after, before[name])}
  })
  const shown = rows.filter(
    ({name, changed}) => !onlyChanges || before === null || changed || remarked(name),
  )
  if (shown.length === 0) {
    return (
      <Card border radius={3} padding={4}>
        <Text size={1} muted>
          {t(`reading.words.unchanged${differsElsewhere ? '.butShared' : ''}`)}
        </Text>
      </Card>
    )
  }
  return (
    <Stack gap={3}>
      {shown.map(({name, after, changed}) => {
        const part = known.find((field) => field.name === name)
        return (
          <Seen key={name} id={name} stamp={stamps.get(name) ?? ''} saw={saw}>
            <FieldCard
              name={name}
              title={titleOf(part?.type, name)}
              known={part !== undefined}
              changed={changed}
            >
              <Anchor path={[name]}>
                <ValueView
                  type={part?.type}
                  after={after}
                  before={before?.[name]}
                  comparing={before !== null}
                  path={[name]}
                />
              </Anchor>
            </FieldCard>
          </Seen>
        )
      })}
    </Stack>
  )
}

function FieldCard({
  name,
  title,
  known,
  changed,
  children,
}: {
  readonly name: string
  readonly title: string
  readonly known: boolean
  readonly changed: boolean
  readonly children: React.ReactNode
}) {
  const {t} = useTranslation(namespace)
  const id = useId()
  return (
    <Card as="section" border radius={3} padding={[3, 4]} aria-labelledby={id}>
      <Stack gap={4}>
        <Flex gap={2} align="center" wrap="wrap" data-aside>
          <Text as="h3" id={id} size={1} weight="semibold" muted>
            {title}
          </Text>
          {changed && (
            <Badge tone="caution" fontSize={0}>
              {t('reading.change.changed')}
            </Badge>
          )}
          {!known && (
            <Badge tone="caution" fontSize={0}>
              {t('reading.strangeField')}
            </Badge>
          )}
          <Box flex={1} />
          <RemarkButton path={[name]} />
        </Flex>
        {children}
      </Stack>
    </Card>
  )
}
