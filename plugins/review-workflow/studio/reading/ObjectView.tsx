import {Badge, Box, Flex, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {namespace} from '../words.ts'
import {Anchor, useHasRemarks} from './Anchor.tsx'
import {useSurroundings} from './ReadingContext.ts'
import {fieldParts, inFormOrder, titleOf} from './schemaParts.ts'
import {below, type Shown} from './shown.ts'
import {isFields, isSame, textOf} from './values.ts'
import {Words} from './Words.tsx'
import {ValueView} from './ValueView.tsx'

/** The fields of an object in the order of its form, then those that no form knows. */
export function ObjectView({
  bare = [],
  without = [],
  ...shown
}: Shown & {
  /** Shown without their names: they say themselves what they are. */
  readonly bare?: readonly string[]
  /** Shown elsewhere. */
  readonly without?: readonly string[]
}) {
  const {type, after, before} = shown
  const known = fieldParts(type)
  const names = inFormOrder(type, fieldsIn(after, before)).filter((name) => !without.includes(name))
  if (names.length === 0) return null
  return (
    <Stack gap={4}>
      {names.map((name) => (
        <FieldView
          key={name}
          {...shown}
          name={name}
          type={known.find((field) => field.name === name)?.type}
          strange={known.length > 0 && !known.some((field) => field.name === name)}
          bare={bare.includes(name)}
        />
      ))}
    </Stack>
  )
}

function FieldView({
  name,
  strange,
  bare,
  type,
  after,
  before,
  comparing,
  path,
}: Shown & {readonly name: string; readonly strange: boolean; readonly bare: boolean}) {
  const {t} = useTranslation(namespace)
  const {onlyChanges} = useSurroundings()
  const now = isFields(after) ? after[name] : undefined
  const was = isFields(before) ? before[name] : undefined
  const place = below(path, name)
  const remarked = useHasRemarks(place)
  if (onlyChanges && comparing && isSame(now, was) && !remarked && !leading.includes(name)) {
    return null
  }
  const value = <ValueView {...{type, comparing}} after={now} before={was} path={place} />
  if (name === 'heading' && typeof now === 'string') {
    return (
      <Anchor path={place}>
        <Text as="h4" size={3} weight="semibold" style={headingStyle}>
          <Words after={now} {...(comparing ? {before: textOf(was) ?? ''} : {})} />
        </Text>
      </Anchor>
    )
  }
  if (bare) return <Anchor path={place}>{value}</Anchor>
  const short = isShort(now) && isShort(was)
  return (
    <Anchor path={place}>
      <Flex
        direction={short ? ['column', 'column', 'row'] : 'column'}
        gap={short ? [2, 2, 3] : 2}
        align={short ? ['stretch', 'stretch', 'baseline'] : 'stretch'}
      >
        <Flex gap={2} align="center" data-aside style={short ? labelWidth : undefined}>
          <Text size={1} muted weight="medium">
            {strange ? name : titleOf(type, name)}
          </Text>
          {strange && (
            <Badge fontSize={0} tone="caution">
              {t('reading.strangeField')}
            </Badge>
          )}
        </Flex>
        <Box flex={short ? 1 : undefined} style={{minWidth: 0}}>
          {value}
        </Box>
      </Flex>
    </Anchor>
  )
}

/** Leaves the corner to the button for comments. */
const headingStyle = {overflowWrap: 'anywhere', paddingInlineEnd: '2rem'} as const

const labelWidth = {width: '13rem', maxWidth: '100%', flexShrink: 0}

/** What tells which part of the page it is: stays where the rest of it is folded away. */
const leading = ['heading', 'statement', 'sign', 'effect', 'name', 'label']

function isShort(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= 60 && !value.includes('\n')
  return typeof value !== 'object' || value === null
}

function fieldsIn(...values: readonly unknown[]): readonly string[] {
  return values
    .filter(isFields)
    .flatMap((value) =>
      Object.keys(value).filter((name) => !unseen.includes(name) && value[name] !== undefined),
    )
}

const unseen = ['_type', '_key', '_id', '_rev', '_createdAt', '_updatedAt', '_system']
