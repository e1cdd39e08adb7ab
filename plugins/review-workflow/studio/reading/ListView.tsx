import {Badge, Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import {namespace} from '../words.ts'
import {type AlignedItem, alignment, hasKeys} from './alignment.ts'
import {Anchor, useRemarked} from './Anchor.tsx'
import {Change} from './Change.tsx'
import {pathText} from './paths.ts'
import {useSurroundings} from './ReadingContext.ts'
import {RemarkButton} from './RemarkButton.tsx'
import {memberType, titleOf} from './schemaParts.ts'
import {below, type Shown} from './shown.ts'
import {isFields, isSame, keyOf, refOf, typeOf} from './values.ts'
import {ValueView} from './ValueView.tsx'

type ShownList = Shown & {
  readonly after: readonly unknown[]
  readonly before: readonly unknown[]
}

/** The items of a list, with what came, went and moved; runs of what stayed are folded away where asked. */
export function ListView(shown: ShownList) {
  const {t} = useTranslation(namespace)
  const {after, before, comparing, path} = shown
  const {onlyChanges} = useSurroundings()
  const remarked = useRemarked()
  const items = alignment(comparing ? before : after, after)
  const keyed = hasKeys(after)
  const placeOf = ({index, after: item}: AlignedItem) => {
    const key = keyOf(item)
    return index === null || !keyed || key === null ? null : below(path, {_key: key})
  }
  if (items.length === 0) {
    return (
      <Text size={1} muted>
        {t('reading.emptyList')}
      </Text>
    )
  }
  const folded = (item: AlignedItem) => {
    const place = placeOf(item)
    const same = !item.moved && isSame(item.before, item.after)
    return onlyChanges && comparing && same && !(place !== null && remarked(pathText(place)))
  }
  const dense = items.every(({after: item, before: was}) => isDense(item ?? was))
  return (
    <Stack gap={dense ? 3 : 4}>
      {stretches(items, folded).map((stretch) => (
        <Stretch key={stretch.items[0]?.id} folded={stretch.folded} count={stretch.items.length}>
          {stretch.items.map((item) => (
            <ItemView key={item.id} {...shown} item={item} items={items} path={placeOf(item)} />
          ))}
        </Stretch>
      ))}
    </Stack>
  )
}

interface Stretch {
  readonly folded: boolean
  readonly items: readonly AlignedItem[]
}

function stretches(
  items: readonly AlignedItem[],
  isFolded: (item: AlignedItem) => boolean,
): readonly Stretch[] {
  return items.reduce<readonly Stretch[]>((done, item) => {
    const folded = isFolded(item)
    const last = done.at(-1)
    return last?.folded === folded
      ? [...done.slice(0, -1), {folded, items: [...last.items, item]}]
      : [...done, {folded, items: [item]}]
  }, [])
}

function Stretch({
  folded,
  count,
  children,
}: {
  readonly folded: boolean
  readonly count: number
  readonly children: React.ReactNode
}) {
  const {t} = useTranslation(namespace)
  const [open, setOpen] = useState(false)
  if (!folded || open) return children
  return (
    <Flex data-aside style={{marginInlineStart: '-0.5rem'}}>
      <Button
        mode="bleed"
        fontSize={1}
        padding={2}
        text={t('reading.unchangedParts', {count})}
        aria-expanded={false}
        onClick={() => setOpen(true)}
      />
    </Flex>
  )
}

function ItemView({
  item,
  items,
  path,
  type,
  comparing,
}: Shown & {readonly item: AlignedItem; readonly items: readonly AlignedItem[]}) {
  const value = item.after ?? item.before
  const member = memberType(type, value)
  const view = (
    <ValueView
      type={member}
      after={item.after}
      before={item.before}
      comparing={comparing}
      path={path}
    />
  )
  const shown = item.moved ? <Change kind="moved">{view}</Change> : view
  if (!isFields(value) || typeOf(value) === 'block') {
    return isFields(value) ? (
      <Anchor path={path} button>
        {shown}
      </Anchor>
    ) : (
      <Bullet>{shown}</Bullet>
    )
  }
  if (refOf(value) !== null || typeOf(value) === 'claim')
    return <Anchor path={path}>{shown}</Anchor>
  const mixed = new Set(items.map((each) => typeOf(each.after ?? each.before))).size > 1
  return (
    <Card border radius={2} padding={[3, 4]} style={{position: 'relative'}}>
      <Anchor path={path}>
        <Stack gap={4}>
          {mixed && (
            <Flex data-aside>
              <Badge fontSize={0}>{titleOf(member, typeOf(value) ?? '')}</Badge>
            </Flex>
          )}
          {shown}
        </Stack>
      </Anchor>
      {path !== null && (
        <Box style={corner}>
          <RemarkButton path={path} />
        </Box>
      )}
    </Card>
  )
}

const corner = {
  position: 'absolute',
  insetBlockStart: '0.25rem',
  insetInlineEnd: '0.25rem',
} as const

function Bullet({children}: {readonly children: React.ReactNode}) {
  return (
    <Flex gap={3}>
      <Text size={1} muted aria-hidden data-aside>
        •
      </Text>
      <Box flex={1} style={{minWidth: 0}}>
        {children}
      </Box>
    </Flex>
  )
}

function isDense(value: unknown): boolean {
  return !isFields(value) || refOf(value) !== null || typeOf(value) === 'claim'
}
